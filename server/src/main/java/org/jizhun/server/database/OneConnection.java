package org.jizhun.server.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one connection again and again and keeps its transaction open: what a library commits or closes stays part of
 * our transaction, so that all of it happens or nothing.
 */
final class OneConnection implements DataSource {

    private static final Set<String> OURS_TO_DECIDE =
            Set.of("commit", "close", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final Connection real;

    OneConnection(Connection real) {
        this.real = real;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::call);
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (OURS_TO_DECIDE.contains(method.getName())) {
            return null;
        }
        if (method.getName().equals("rollback") && (arguments == null || arguments.length == 0)) {
            return null; // The failure that led here is thrown as well, and we roll everything back.
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The driver writes no log.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The address has its own.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
