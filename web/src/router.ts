import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { findOut, me } from "./session/session";

const year = (path: string, component: () => Promise<unknown>): RouteRecordRaw => ({
  path: `/d/:department(\\d+)/:year(\\d{4})/${path}`,
  component,
});

const pages: RouteRecordRaw[] = [
  { path: "desk", component: () => import("./desk/DeskPage.vue") },
  year("registers/:group/:register?", () => import("./register/RegisterPage.vue")),
  year("goal/:register?", () => import("./goal/GoalPage.vue")),
  year("budget/:register?", () => import("./budget/BudgetPage.vue")),
  year("feeds", () => import("./feed/FeedPage.vue")),
  year("evaluation", () => import("./evaluation/EvaluationPage.vue")),
  year("projects", () => import("./evaluation/ProjectsPage.vue")),
  year("review", () => import("./review/ReviewPage.vue")),
  year("report", () => import("./report/ReportPage.vue")),
  year("plan", () => import("./plan/PlanPage.vue")),
  year("exchange", () => import("./exchange/ExchangePage.vue")),
  { path: "d/:department(\\d+)/audits", component: () => import("./audits/AuditsPage.vue") },
  { path: "administration/organization", component: () => import("./organization/OrganizationPage.vue") },
  { path: "administration/accounts", component: () => import("./organization/AccountsPage.vue") },
  { path: "administration/appointments", component: () => import("./organization/AppointmentsPage.vue") },
  { path: "administration/permissions", component: () => import("./organization/PermissionsPage.vue") },
  { path: "trail", component: () => import("./trail/TrailPage.vue") },
  { path: "profile", component: () => import("./profile/ProfilePage.vue") },
];

const routes: RouteRecordRaw[] = [
  { path: "/sign-in", component: () => import("./session/SignInPage.vue"), meta: { open: true } },
  { path: "/password", component: () => import("./session/PasswordPage.vue") },
  {
    path: "/",
    component: () => import("./shell/Frame.vue"),
    redirect: "/desk",
    children: [...pages, { path: ":rest(.*)*", component: () => import("./shell/NotFound.vue") }],
  },
];

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach(async (to) => {
  if (me.value === undefined) {
    await findOut().catch(() => undefined);
  }
  if (to.meta["open"] === true) {
    return true;
  }
  if (me.value === null || me.value === undefined) {
    return { path: "/sign-in", query: to.fullPath === "/" ? {} : { to: to.fullPath } };
  }
  if (me.value.mustChangePassword && to.path !== "/password") {
    return "/password";
  }
  return true;
});
