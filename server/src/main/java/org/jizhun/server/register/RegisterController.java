package org.jizhun.server.register;

import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.scheme.Checklist;
import org.jizhun.kernel.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Department years and the rows of their registers. */
@RestController
class RegisterController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final String REGISTER = YEAR + "/registers/{register}";

    private final Years years;
    private final Registers registers;
    private final ChangeRows changeRows;
    private final RuleBook rules;

    RegisterController(Years years, Registers registers, ChangeRows changeRows, RuleBook rules) {
        this.years = years;
        this.registers = registers;
        this.changeRows = changeRows;
        this.rules = rules;
    }

    record YearForm(@Nullable Integer year, @Nullable String scheme) {}

    record YearChange(
            @Nullable String scheme,
            @Nullable String state,
            @Nullable Integer version) {}

    record RowsForm(@Nullable List<ChangeRows.Wanted> rows) {}

    record Outcomes(List<ChangeRows.Outcome> rows) {}

    record Marks(@Nullable List<ChangeRows.Mark> rows) {}

    record Ids(@Nullable List<Long> ids) {}

    record NoneForm(@Nullable Boolean none) {}

    record Assignment(@Nullable List<Long> ids, @Nullable Long person) {}

    record ColumnView(
            String name,
            String label,
            String kind,
            String unit,
            boolean required,
            List<String> allowed,
            String note,
            String example) {}

    record RegisterForm(
            String name, String label, String shape, String note, String rowName, List<ColumnView> columns) {}

    /** What people call an element of a checklist, which the rows of the register checks name by its id. */
    record ElementName(String criterion, String id, String name, String nameEn) {}

    /** @param elements those of the year's scheme that a person answers */
    record Registry(List<RegisterForm> registers, List<ElementName> elements) {}

    record SchemeView(String id, String edition, String title, String titleEn, String subject) {}

    @GetMapping("/api/schemes")
    List<SchemeView> schemes() {
        return rules.schemes().all().stream()
                .map(scheme -> new SchemeView(
                        scheme.id(),
                        scheme.edition(),
                        scheme.title().zh(),
                        scheme.title().en(),
                        scheme.subject().name()))
                .toList();
    }

    /** Year and scheme of the department's register are those of the year and not for typing. */
    @GetMapping(YEAR + "/vocabulary")
    Registry vocabulary(@PathVariable long department, @PathVariable int year) {
        String scheme = years.one(department, year).scheme();
        List<RegisterForm> forms = rules.vocabulary(scheme).registers().stream()
                .map(RegisterController::form)
                .toList();
        return new Registry(
                forms, rules.find(scheme).map(RegisterController::elements).orElse(List.of()));
    }

    private static List<ElementName> elements(Scheme scheme) {
        return scheme.leaves().stream()
                .flatMap(leaf -> leaf.rule().filter(Checklist.class::isInstance).map(Checklist.class::cast).stream()
                        .flatMap(checklist -> checklist.elements().stream())
                        .filter(element -> element.met().isEmpty())
                        .map(element -> new ElementName(
                                leaf.id(),
                                element.id(),
                                element.name().zh(),
                                element.name().in(Language.EN))))
                .toList();
    }

    private static RegisterForm form(Register register) {
        return new RegisterForm(
                register.name(),
                register.label(),
                register.shape().name(),
                register.note(),
                register.rowName(),
                register.columns().stream()
                        .filter(column -> !register.name().equals("department")
                                || !List.of("year", "schemeId").contains(column.name()))
                        .map(column -> new ColumnView(
                                column.name(),
                                column.label(),
                                column.kind().name(),
                                column.unit(),
                                column.required(),
                                column.allowed(),
                                column.note(),
                                column.example()))
                        .toList());
    }

    @GetMapping("/api/departments/{department}/years")
    List<DepartmentYear> years(@PathVariable long department) {
        return years.of(department);
    }

    @PostMapping("/api/departments/{department}/years")
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentYear add(@PathVariable long department, @RequestBody YearForm body) {
        return years.add(department, body.year(), body.scheme());
    }

    @PutMapping(YEAR)
    DepartmentYear change(@PathVariable long department, @PathVariable int year, @RequestBody YearChange body) {
        return years.change(department, year, body.scheme(), body.state(), body.version());
    }

    @GetMapping(YEAR + "/registers")
    List<Registers.Summary> registers(@PathVariable long department, @PathVariable int year) {
        return registers.all(department, year);
    }

    @GetMapping(REGISTER)
    Registers.View register(@PathVariable long department, @PathVariable int year, @PathVariable String register) {
        return registers.one(department, year, register);
    }

    @PostMapping(REGISTER + "/rows")
    Outcomes save(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String register,
            @RequestBody RowsForm body) {
        return new Outcomes(changeRows.save(department, year, register, body.rows()));
    }

    @PostMapping(REGISTER + "/removal")
    Outcomes remove(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String register,
            @RequestBody Marks body) {
        return new Outcomes(changeRows.remove(department, year, register, body.rows()));
    }

    @PostMapping(REGISTER + "/restoration")
    Registers.View restore(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String register,
            @RequestBody Ids body) {
        changeRows.restore(department, year, register, body.ids());
        return registers.one(department, year, register);
    }

    @PutMapping(REGISTER + "/none")
    Map<String, Boolean> none(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String register,
            @RequestBody NoneForm body) {
        changeRows.none(department, year, register, body.none());
        return Map.of("none", Boolean.TRUE.equals(body.none()));
    }

    @PostMapping(REGISTER + "/assignment")
    Registers.View assign(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String register,
            @RequestBody Assignment body) {
        changeRows.assign(department, year, register, body.ids(), body.person());
        return registers.one(department, year, register);
    }
}
