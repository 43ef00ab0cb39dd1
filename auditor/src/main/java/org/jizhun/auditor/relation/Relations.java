package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jizhun.auditor.claim.Claims;

/** Every relation there is. A new one is a class, its line here, its page and its fixtures. */
public final class Relations {

    /** In the order in which they are examined; only {@link RoundingConvention} reads the verdicts before it. */
    public static final List<Relation> ALL = List.of(
            new RowFormulas(),
            new ColumnSums(),
            new RowTotals(),
            new ColumnPattern(),
            new StocksInTables(),
            new TotalLessLosses(),
            new TableReading(),
            new RunningTotals(),
            new ConstantOffset(),
            new ConstantFactor(),
            new ProseBreakdown(),
            new NamedBreakdown(),
            new ListedAmounts(),
            new ProgressCounts(),
            new PrintedFormula(),
            new ShareOfTotal(),
            new SharesInOrder(),
            new SharesInParagraphs(),
            new SharesOfRows(),
            new RateOfNeighbours(),
            new MeanOfRates(),
            new LinkedRate(),
            new RestBesideRate(),
            new Remainders(),
            new NamedShare(),
            new PartOverWhole(),
            new CostPerUnit(),
            new QuotientInWords(),
            new CostByName(),
            new YearOnYear(),
            new AverageGrowth(),
            new YearPairs(),
            new OverallRate(),
            new PercentagePoints(),
            new PointsByYear(),
            new AgainstTarget(),
            new GapToTarget(),
            new Directions(),
            new SaidBounds(),
            new PrintedProducts(),
            new PrintedExpression(),
            new Multiples(),
            new PeopleRatios(),
            new MeansOverTime(),
            new CarryOver(),
            new AccountsBalance(),
            new PlusTotal(),
            new SurplusOfYear(),
            new FinalAccounts(),
            new NamedSum(),
            new CountsByName(),
            new NamedDifference(),
            new DistanceToNamed(),
            new NamedFormula(),
            new OverPlan(),
            new RateOfAll(),
            new WeightedInWords(),
            new Means(),
            new ListedTotals(),
            new Restated(),
            new SameFact(),
            new NamedRow(),
            new RateOfTarget(),
            new Superlatives(),
            new RankedNames(),
            new RowsCounted(),
            new CountedBeyond(),
            new TargetsCounted(),
            new RuleCounted(),
            new WarningLights(),
            new GradeCounts(),
            new Products(),
            new StandardTimes(),
            new PaidInParts(),
            new AmountByRate(),
            new Questionnaires(),
            new ScoreRates(),
            new SharesOfWhole(),
            new MeansOfColumns(),
            new ScoresByDeduction(),
            new RulePerCase(),
            new StatedLadder(),
            new ScoreByCompletion(),
            new ItemScores(),
            new ItemLosses(),
            new FormTotal(),
            new FormGroups(),
            new NestedScores(),
            new SubtotalRows(),
            new WeightsInWords(),
            new RollUps(),
            new ListedScores(),
            new ScoreDifferences(),
            new Ranks(),
            new TargetAndScore(),
            new TargetsListed(),
            new GradeAgainstCutoff(),
            new CountAgainstList(),
            new SameThingCounted(),
            new SchemeFormulas(),
            new SpreadOverTime(),
            new YearSeries(),
            new YearRows(),
            new CappedRows(),
            new DueDates(),
            new SlipTwins(),
            new ToldTwice(),
            new UnitSlips(),
            new UnitOfAmount(),
            new EvaluatedYear(),
            new Names(),
            new PostsOfPeople(),
            new Dates(),
            new Terms(),
            new Deadlines(),
            new Outline(),
            new Annexes(),
            new GoalsAndResults(),
            new ProblemsAndMeasures(),
            new LossesItemised(),
            new Wording(),
            new Comparisons(),
            new RoundingConvention(),
            new OpeningAndClosing(),
            new RatesRespectively(),
            new ReckonedSums(),
            new ReckonedChanges(),
            new ReckonedRates(),
            new ReckonedRests(),
            new ReckonedCosts(),
            new ReckonedProducts(),
            new ReckonedMeans(),
            new ReckonedDirections(),
            new FactsByName(),
            new SumsToldTwice(),
            new SlippedShares(),
            new SlippedResults());

    /** Those that ask what others have entered before them, and so must wait for them. */
    private static final Set<Class<? extends Relation>> LOOKING_BACK = Set.of(
            Comparisons.class,
            ReckonedSums.class,
            ReckonedChanges.class,
            ReckonedRates.class,
            ReckonedRests.class,
            ReckonedCosts.class,
            ReckonedProducts.class,
            ReckonedMeans.class,
            ReckonedDirections.class,
            OpeningAndClosing.class,
            RatesRespectively.class,
            SlippedShares.class,
            SlippedResults.class,
            SumsToldTwice.class,
            TotalLessLosses.class,
            TableReading.class,
            YearRows.class,
            SharesInOrder.class,
            SharesInParagraphs.class,
            LinkedRate.class,
            Remainders.class,
            PartOverWhole.class,
            CostByName.class,
            CarryOver.class,
            RateOfTarget.class,
            UnitSlips.class,
            RateOfAll.class,
            NamedShare.class,
            AgainstTarget.class,
            AccountsBalance.class,
            FinalAccounts.class,
            OverallRate.class,
            DistanceToNamed.class,
            NamedSum.class,
            NamedDifference.class,
            YearPairs.class,
            YearSeries.class,
            PercentagePoints.class,
            PointsByYear.class,
            PrintedExpression.class,
            Multiples.class,
            MeansOverTime.class,
            Directions.class,
            OverPlan.class,
            WeightedInWords.class,
            Means.class,
            ListedTotals.class,
            NamedRow.class,
            Superlatives.class,
            CountedBeyond.class,
            GradeCounts.class,
            WarningLights.class,
            Products.class,
            StandardTimes.class,
            PaidInParts.class,
            AmountByRate.class,
            Questionnaires.class,
            ScoreRates.class,
            SharesOfWhole.class,
            MeansOfColumns.class,
            ItemScores.class,
            ItemLosses.class,
            SubtotalRows.class,
            ScoreDifferences.class,
            WeightsInWords.class,
            RollUps.class,
            FormTotal.class,
            ListedScores.class,
            TargetAndScore.class,
            SchemeFormulas.class,
            SlipTwins.class,
            ToldTwice.class,
            FactsByName.class,
            UnitOfAmount.class,
            LossesItemised.class,
            RoundingConvention.class);

    /** For so few relations nothing is prepared. */
    private static final int SOME = 20;

    private Relations() {}

    /** What all relations enter. */
    public static Ledger examine(Claims claims) {
        return examine(claims, ALL);
    }

    /**
     * What some relations enter, in their order. Those that look back at nothing are examined side by side: a helper takes one
     * after the other ahead of the caller, and the caller takes the next of them rather than wait for one that is not done.
     */
    public static Ledger examine(Claims claims, List<Relation> relations) {
        return examine(claims, relations, false);
    }

    /** @param tolerant whether a relation that breaks off is noted instead of taking all others with it */
    public static Ledger examine(Claims claims, List<Relation> relations, boolean tolerant) {
        Ahead ahead = new Ahead(claims, relations, tolerant);
        ForkJoinPool.commonPool().execute(() -> {
            if (relations.size() > SOME) {
                prepare(claims);
            }
            ahead.examineAll();
        });
        Ledger ledger = new Ledger();
        for (int i = 0; i < relations.size(); i++) {
            if (looksBack(relations.get(i))) {
                examine(relations.get(i), claims, ledger, tolerant);
            } else {
                ledger.enter(ahead.examined(i));
            }
        }
        return ledger;
    }

    /** The relations that look back at nothing, each examined once, by whoever takes it first. */
    private static final class Ahead {

        private final List<FutureTask<Ledger>> tasks = new ArrayList<>();
        private final List<FutureTask<Ledger>> shared = new ArrayList<>();
        private final AtomicInteger next = new AtomicInteger();

        Ahead(Claims claims, List<Relation> relations, boolean tolerant) {
            for (Relation relation : relations) {
                FutureTask<Ledger> task = new FutureTask<>(() -> alone(relation, claims, tolerant));
                tasks.add(task);
                if (!looksBack(relation)) {
                    shared.add(task);
                }
            }
        }

        void examineAll() {
            while (examineNext()) {
                // each until none is left
            }
        }

        private boolean examineNext() {
            int at = next.getAndIncrement();
            if (at >= shared.size()) {
                return false;
            }
            shared.get(at).run();
            return true;
        }

        Ledger examined(int at) {
            FutureTask<Ledger> task = tasks.get(at);
            task.run();
            while (!task.isDone() && examineNext()) {
                // another one meanwhile
            }
            return done(task);
        }
    }

    /**
     * What relations that look back ask of the claims, worked out while the caller is busy with those before them: they are
     * the ones that cannot be shared out.
     */
    private static void prepare(Claims claims) {
        List<Consumer<Claims>> kept = List.of(
                own -> own.passages().forEach(own::mentions),
                ScoreBook::of,
                RowNames::of,
                Told.OfText::of,
                Alibi::of,
                NamedSeries::ofTables,
                FactsByName.Facts::of);
        for (Consumer<Claims> each : kept) {
            try {
                each.accept(claims);
            } catch (RuntimeException bug) {
                return; // the relation that asks for it meets it again and is told of
            }
        }
    }

    private static boolean looksBack(Relation relation) {
        return LOOKING_BACK.contains(relation.getClass());
    }

    private static Ledger alone(Relation relation, Claims claims, boolean tolerant) {
        Ledger own = Ledger.ofOne();
        examine(relation, claims, own, tolerant);
        return own;
    }

    private static void examine(Relation relation, Claims claims, Ledger ledger, boolean tolerant) {
        try {
            relation.examine(claims, ledger);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException bug) {
            if (!tolerant) {
                throw bug;
            }
            ledger.stumble(relation);
        }
    }

    private static Ledger done(FutureTask<Ledger> task) {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed);
        }
    }
}
