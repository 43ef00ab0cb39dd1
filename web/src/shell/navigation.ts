import { has } from "../session/session";
import { w } from "./words";

export interface Entry {
  title: string;
  to: string;
}

export interface Group {
  title: string;
  entries: Entry[];
}

const BUSINESS = ["preparer", "reviewer", "head", "performance-officer", "bureau", "auditor"];

function yearGroups(page: string): Group[] {
  return [
    {
      title: w.enter,
      entries: [
        { title: w.plan, to: `${page}/plan` },
        { title: w.basics, to: `${page}/registers/basics` },
        { title: w.goal, to: `${page}/goal` },
        { title: w.budget, to: `${page}/budget` },
        { title: w.compliance, to: `${page}/registers/compliance` },
        { title: w.assessment, to: `${page}/registers/assessment` },
        { title: w.rectification, to: `${page}/registers/rectification` },
        { title: w.feeds, to: `${page}/feeds` },
        { title: w.exchange, to: `${page}/exchange` },
      ],
    },
    {
      title: w.check,
      entries: [
        { title: w.review, to: `${page}/review` },
        { title: w.evaluation, to: `${page}/evaluation` },
        { title: w.projects, to: `${page}/projects` },
        { title: w.report, to: `${page}/report` },
      ],
    },
  ];
}

function administration(): Entry[] {
  const entries: Entry[] = [];
  if (has("system-administrator", "performance-officer")) {
    entries.push({ title: w.organization, to: "/administration/organization" });
  }
  if (has("system-administrator", "security-administrator", "audit-administrator")) {
    entries.push({ title: w.accounts, to: "/administration/accounts" });
    entries.push({ title: w.appointments, to: "/administration/appointments" });
  }
  entries.push({ title: w.permissions, to: "/administration/permissions" });
  if (has("audit-administrator")) {
    entries.push({ title: w.trail, to: "/trail" });
  }
  return entries;
}

/** What stands at the left, for the roles of whoever is signed in. */
export function navigation(place: { department: number; year: number } | undefined): Group[] {
  const business = has(...BUSINESS);
  const groups: Group[] = [{ title: "", entries: [{ title: w.desk, to: "/desk" }] }];
  if (business && place !== undefined) {
    groups.push(...yearGroups(`/d/${place.department}/${place.year}`));
    groups[groups.length - 1]?.entries.push({ title: w.audits, to: `/d/${place.department}/audits` });
  }
  groups.push({ title: w.administration, entries: administration() });
  return groups;
}
