package io.artifactor.schema;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** PostgreSQL, and the version of the schema in it. */
@ApplicationScoped
public class DatabaseDependency implements Dependency {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        String sql =
                """
                select current_setting('server_version'), pg_database_size(current_database()),
                    (select version from flyway_schema_history
                        where success and version is not null
                        order by installed_rank desc limit 1)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Finding.down("it answers nothing");
            }
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("version", row.getString(1));
            detail.put("size", row.getLong(2));
            detail.put("schemaVersion", String.valueOf(row.getString(3)));
            return Finding.up(detail);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
