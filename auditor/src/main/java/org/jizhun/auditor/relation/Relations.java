package org.jizhun.auditor.relation;

import java.util.List;

/** Every relation there is. A new one is a class, its line here, its page and its fixtures. */
public final class Relations {

    /** In the order in which they are examined; only {@link RoundingConvention} reads the verdicts before it. */
    public static final List<Relation> ALL = List.of(
            new RowFormulas(),
            new ColumnSums(),
            new RowTotals(),
            new ColumnPattern(),
            new ProseBreakdown(),
            new PrintedFormula(),
            new ShareOfTotal(),
            new RateOfNeighbours(),
            new LinkedRate(),
            new Remainders(),
            new CostPerUnit(),
            new YearOnYear(),
            new YearPairs(),
            new PercentagePoints(),
            new Comparisons(),
            new Directions(),
            new NamedFormula(),
            new Means(),
            new Restated(),
            new SameFact(),
            new NamedRow(),
            new GradeCounts(),
            new Products(),
            new ScoreRates(),
            new MeansOfColumns(),
            new Deductions(),
            new StatedLadder(),
            new ScoreByCompletion(),
            new FormTotal(),
            new RollUps(),
            new ListedScores(),
            new TargetAndScore(),
            new GradeAgainstCutoff(),
            new CountAgainstList(),
            new SameThingCounted(),
            new SchemeFormulas(),
            new UnitOfAmount(),
            new EvaluatedYear(),
            new Names(),
            new Dates(),
            new Terms(),
            new Deadlines(),
            new Outline(),
            new Annexes(),
            new GoalsAndResults(),
            new ProblemsAndMeasures(),
            new LossesItemised(),
            new Wording(),
            new RoundingConvention());

    private Relations() {}
}
