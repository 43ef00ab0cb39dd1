package org.jizhun.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Every transaction of the application, told at its beginning in whose name it works: the one place that sets what the
 * policies of the database ask for. The settings end with the transaction, so a connection given back to the pool
 * knows nobody; a query outside of a transaction, or without a signed-in user, sees no row.
 */
final class ScopedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ScopedTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Actor actor = CurrentActor.find().orElse(null);
        if (actor != null) {
            DataSource source = obtainDataSource();
            Connection connection = DataSourceUtils.getConnection(source);
            try {
                tell(connection, actor);
            } catch (SQLException failure) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("could not say who works", failure);
            } finally {
                // It stays the transaction's; this only counts down how often it was asked for.
                DataSourceUtils.releaseConnection(connection, source);
            }
        }
    }

    /** A connection that is gone was rolled back by the database; the failure to be told is the one that ended it. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (DataAccessException | TransactionException failure) {
            if (!isGone()) {
                throw failure;
            }
        }
    }

    private boolean isGone() {
        DataSource source = obtainDataSource();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return false;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void tell(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Scope.SETTINGS)) {
            List<String> settings = Scope.of(actor);
            for (int i = 0; i < settings.size(); i++) {
                statement.setString(i + 1, settings.get(i));
            }
            statement.execute();
        }
    }
}
