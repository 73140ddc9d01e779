package io.artifactor.outbox;

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

/** How far behind the readers of the outbox are. */
@ApplicationScoped
public class OutboxDependency implements Dependency {

    private static final long LATE_SECONDS = 300;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Finding look() {
        String sql =
                """
                select count(*) filter (where parked_at is null),
                    count(*) filter (where parked_at is not null),
                    coalesce(extract(epoch from now() - min(created_at)
                        filter (where parked_at is null)), 0)::bigint
                from outbox
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("waiting", row.getLong(1));
            detail.put("parked", row.getLong(2));
            detail.put("oldestSeconds", row.getLong(3));
            boolean behind = row.getLong(2) > 0 || row.getLong(3) > LATE_SECONDS;
            return behind ? Finding.degraded(detail) : Finding.up(detail);
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
        }
    }
}
