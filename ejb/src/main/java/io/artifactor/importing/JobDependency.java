package io.artifactor.importing;

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

/** The jobs: how many stand in line or run, and whether one is left alone by its server. */
@ApplicationScoped
public class JobDependency implements Dependency {

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Finding look() {
        String sql =
                """
                select (select count(*) from import_run where state = 'queued'),
                    (select count(*) from import_run where state in ('previewing', 'running')),
                    (select count(*) from job_lease
                        where heartbeat_at < clock_timestamp() - make_interval(secs => ?))
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setDouble(1, ImportClaims.SILENCE.toSeconds());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Map<String, Object> detail = new LinkedHashMap<>();
                detail.put("queued", row.getLong(1));
                detail.put("running", row.getLong(2));
                detail.put("abandoned", row.getLong(3));
                return row.getLong(3) > 0 ? Finding.degraded(detail) : Finding.up(detail);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The jobs cannot be read", e);
        }
    }
}
