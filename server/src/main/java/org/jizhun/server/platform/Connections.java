package org.jizhun.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jizhun.server.database.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The pool of connections as the application's role, which owns nothing and sees what the policies let it see. It is there
 * before the database is, so that the application and the database can start side by side; whoever asks too early waits.
 */
public final class Connections extends AbstractDataSource implements AutoCloseable {

    private static final int MOST = 16;
    private static final long PATIENCE_MILLIS = 10_000;

    /** A database being made on a slow machine takes its time; when whoever opens it gives up, nobody waits any more. */
    private static final long OPENING_MINUTES = 10;

    private final Future<DatabaseAddress> database;
    private @Nullable HikariDataSource pool;

    public Connections(Future<DatabaseAddress> database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("there is one role to connect as");
    }

    private HikariDataSource pool() throws SQLException {
        DatabaseAddress address = address();
        synchronized (this) {
            if (pool == null) {
                pool = open(address);
            }
            return pool;
        }
    }

    private DatabaseAddress address() throws SQLException {
        try {
            return database.get(OPENING_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException notYet) {
            throw new SQLTransientConnectionException("the database is not open yet", notYet);
        } catch (ExecutionException failed) {
            throw new SQLException("the database could not be opened", failed.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", ending);
        }
    }

    private static HikariDataSource open(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.application().name());
        config.setPassword(address.application().password());
        config.setMaximumPoolSize(MOST);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setPoolName("jizhun");
        return new HikariDataSource(config);
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
