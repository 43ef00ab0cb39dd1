package org.jizhun.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is and as whom to sign in: the owner, who makes and changes tables (migrations, backup, restore), and
 * the application, who owns nothing, bypasses no row-level security, and may do only what it was granted.
 *
 * @param url a JDBC address without user and password
 */
public record DatabaseAddress(String url, Role owner, Role application) {

    /** By this name our sessions are known, also those of a connection pool that has only the address. */
    static final String NAMED = "?ApplicationName=jizhun";

    private static final int CONNECT_SECONDS = 10;

    /** A database role with its password, which is never printed. */
    public record Role(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    public Connection connectAsOwner() throws SQLException {
        return connect(owner);
    }

    public Connection connectAsApplication() throws SQLException {
        return connect(application);
    }

    Connection connect(Role role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role.name());
        properties.setProperty("password", role.password());
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }
}
