import type { components } from "./schema";

// What the server sends, under the names the pages use. The shapes are made from openapi.json and not written here.
// Figures are text and stay text.

type S = components["schemas"];

export type Me = S["platform.SignInController.Me"];
export type DemoAccount = S["demo.DemoController.Shown"];
export type Told = S["register.Told"];
export type DepartmentYear = S["register.DepartmentYear"];
export type SchemeView = S["register.RegisterController.SchemeView"];
export type ColumnView = S["register.RegisterController.ColumnView"];
export type Registry = S["register.RegisterController.Registry"];
export type RegisterForm = S["register.RegisterController.RegisterForm"];
export type RegisterSummary = S["register.Registers.Summary"];
export type RowView = S["register.Registers.RowView"];
export type RegisterView = S["register.Registers.View"];
export type RowOutcome = S["register.ChangeRows.Outcome"];
export type CellChange = S["review.ReviewController.Difference"];
export type ReviewRow = S["review.ReviewController.Item"];
export type ReviewOutcome = S["review.TakeStep.Outcome"];
export type ReviewStep = S["review.Step"];
export type ExecutionMonth = S["budget.ExecutionCurve.Month"];
export type ExecutionNeed = S["budget.ExecutionCurve.Need"];
export type ExecutionView = S["budget.ExecutionCurve.View"];
export type BudgetLine = S["budget.BudgetLines.Line"];
export type BudgetView = S["budget.BudgetController.View"];
export type GoalFinding = S["goal.GoalController.FindingView"];
export type GoalQuality = S["goal.GoalController.View"];
export type GoalLinksView = S["goal.GoalController.Links"];
export type GoalLinkIndicator = S["goal.GoalLinks.Indicator"];
export type GoalChange = S["goal.GoalChanges.Change"];
export type ProjectLine = S["budget.ProjectLines.Line"];
export type Owed = S["evaluation.Owed"];
export type Grounds = S["evaluation.Grounds"];
export type Judging = S["evaluation.Grounds.Judging"];
export type Snapshot = S["evaluation.Snapshots.Snapshot"];
export type ScoreDifference = S["evaluation.Comparison.Line"];
export type ScoreComparison = S["evaluation.Comparison.Result"];
export type ProjectScore = S["evaluation.ProjectController.ProjectLine"];
export type ProjectScores = S["evaluation.ProjectController.Projects"];
export type Figure = S["reporting.ReportController.FigureView"];
export type Job = S["platform.Jobs.View"];
export type ReportFile = S["reporting.Reports.Size"];
export type ReportView = S["reporting.ReportController.Line"];
export type FigureDifference = S["reporting.ReportController.Difference"];
export type ReportDifferences = S["reporting.ReportController.Differences"];
export type ImportRegister = S["register.Imports.Part"];
export type ImportView = S["register.Imports.Import"];
export type Region = S["organization.Regions.Region"];
export type Department = S["organization.Departments.Department"];
export type Staff = S["organization.Parts.Staff"];
export type Unit = S["organization.Parts.Unit"];
export type Office = S["organization.Parts.Office"];
export type Person = S["organization.People.Person"];
export type AccountState = S["platform.Accounts.State"];
export type User = S["organization.Users.User"];
export type OpenedAccount = S["platform.Accounts.Opened"];
export type Appointment = S["organization.Appointments.Appointment"];
export type RoleView = S["platform.PermissionController.RoleView"];
export type PermissionRow = S["platform.PermissionController.Row"];
export type PlanRow = S["calendar.TakePlan.Row"];
export type PlanUndone = S["calendar.PlanFiles.Undone"];
/** Of a plan or of a source: of a source it also says why the reader may not take it back. */
export type TakenFile = S["calendar.PlanFiles.TakenFile"] & Partial<Pick<S["feed.TakenFiles.TakenFile"], "refusal">>;
export type ValuesUndone = S["feed.TakenFiles.Undone"];
/** What every row of a file that is taken in has. */
export type FileRow = Pick<PlanRow, "number" | "outcome" | "problems">;
export type ValueRow = S["feed.TakeValues.Row"];
export type TrailEntry = S["trail.TrailReading.Entry"];
export type TrailPage = S["trail.TrailReading.Page"];
export type TrailRegister = S["trail.TrailReading.RegisterName"];
export type TrailReport = S["trail.TrailController.Report"];
export type Waiting = S["desk.DeskController.Waiting"];
export type DeskYear = S["desk.DeskController.Year"];
export type Desk = S["desk.DeskController.Desk"];
export type PlanItem = S["calendar.Plan.Task"];
export type YearOfDays = S["calendar.YearOfDays"];
export type Deadline = S["calendar.CalendarController.Deadline"];
export type EvidenceView = S["evidence.EvidenceController.View"];
export type EvidencePreview = S["evidence.Preview.View"];
export type SourceView = S["feed.Sources.Source"];
export type SourceForm = S["feed.Sources.SourceForm"];
export type SourceValue = S["feed.Values.Value"];
export type ConversionView = S["feed.Conversions.Conversion"];
export type IndicatorSum = S["feed.IndicatorSum.View"];
export type AuditSummary = S["audits.Audits.Summary"];
export type AuditView = S["audits.AuditController.AuditView"];
export type AuditFinding = S["audits.AuditController.FindingView"];

// Below is what the description of the interface leaves open: JSON of docs/score-json.md and of the auditor.

export interface HistoryEntry {
  at: string;
  who: string;
  action: string;
  before: Record<string, string> | null;
  after: Record<string, string> | null;
  reason: string | null;
}

export interface TraceStep {
  expression: string;
  expressionEn?: string;
  value: unknown;
  kind: string;
  note: string;
  steps: TraceStep[];
}

export interface ScoreProblem {
  code: string;
  severity: string;
  place: string;
  zh: string;
  en: string;
}

export interface CriterionScore {
  id: string;
  name: string;
  nameEn?: string;
  level: string;
  weight: string;
  score: string | null;
  rate: string | null;
  status: string;
  trace: TraceStep[];
  basis: { source: string; clause: string; inForce: string; provenance: string; verified: boolean | string };
  note: string;
  losses: { points: string; reason: ScoreProblem }[];
  problems: ScoreProblem[];
  criteria: CriterionScore[];
}

export interface Evaluation {
  scheme: { id: string; edition: string; hash: string; title: string; titleEn?: string };
  facts: { hash: string };
  project?: string;
  whatIf?: string[];
  before?: { total: string; grade: string | null };
  total: string;
  attainable: string;
  grade: string | null;
  criteria: CriterionScore[];
  problems: ScoreProblem[];
}

export interface EvaluationView {
  evaluation: Evaluation;
  owed: Owed[];
}

export interface Tried extends EvaluationView {
  comparison: ScoreComparison;
}

export interface KeptSnapshot {
  evaluation: Evaluation;
  recomputed: "SAME" | "DIFFERS" | "SCHEME_CHANGED";
}

export interface Where {
  page?: number | string | null;
  line?: number | string | null;
  quote?: string | null;
}

export interface Finding {
  kind: string;
  code: string;
  severity: string;
  stated: string | null;
  expected: string | null;
  message: string;
  messageEn?: string;
  explanation: string | null;
  explanationEn?: string | null;
  where: Where | null;
}

/** What the auditor says of one document, as `audit --format json` does. */
export interface AuditedDocument {
  document: string;
  read: { pages: number; figures: number; relations: number; unread: number } | null;
  findings: Finding[];
}

