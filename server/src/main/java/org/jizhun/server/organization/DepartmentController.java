package org.jizhun.server.organization;

import java.util.List;
import org.jizhun.server.register.Imports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Departments, with their units and offices. */
@RestController
class DepartmentController {

    private final Departments departments;
    private final Parts parts;
    private final TakeOrganization take;

    DepartmentController(Departments departments, Parts parts, TakeOrganization take) {
        this.departments = departments;
        this.parts = parts;
        this.take = take;
    }

    record DepartmentForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable Long region,
            @Nullable String closed,
            @Nullable Integer version) {}

    record UnitForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Integer staffEstablishment,
            @Nullable Integer staffInPost,
            @Nullable String closed,
            @Nullable Integer version) {}

    record OfficeForm(
            @Nullable String name,
            @Nullable Long unit,
            @Nullable String closed,
            @Nullable Integer version) {}

    @GetMapping("/api/departments")
    List<Departments.Department> all() {
        return departments.all();
    }

    @GetMapping("/api/departments/{department}")
    Departments.Department one(@PathVariable long department) {
        return departments.one(department);
    }

    @PostMapping("/api/departments")
    @ResponseStatus(HttpStatus.CREATED)
    Departments.Department add(@RequestBody DepartmentForm body) {
        return departments.add(body);
    }

    @PutMapping("/api/departments/{department}")
    Departments.Department change(@PathVariable long department, @RequestBody DepartmentForm body) {
        return departments.change(department, body);
    }

    @GetMapping("/api/departments/{department}/units")
    List<Parts.Unit> units(@PathVariable long department) {
        return parts.units(department);
    }

    @GetMapping("/api/departments/{department}/staff")
    Parts.Staff staff(@PathVariable long department) {
        return parts.staff(department);
    }

    @PostMapping("/api/departments/{department}/units")
    @ResponseStatus(HttpStatus.CREATED)
    Parts.Unit addUnit(@PathVariable long department, @RequestBody UnitForm body) {
        return parts.addUnit(department, body);
    }

    @PutMapping("/api/departments/{department}/units/{id}")
    Parts.Unit changeUnit(@PathVariable long department, @PathVariable long id, @RequestBody UnitForm body) {
        return parts.changeUnit(department, id, body);
    }

    @GetMapping("/api/departments/{department}/offices")
    List<Parts.Office> offices(@PathVariable long department) {
        return parts.offices(department);
    }

    @PostMapping("/api/departments/{department}/offices")
    @ResponseStatus(HttpStatus.CREATED)
    Parts.Office addOffice(@PathVariable long department, @RequestBody OfficeForm body) {
        return parts.addOffice(department, body);
    }

    @PutMapping("/api/departments/{department}/offices/{id}")
    Parts.Office changeOffice(@PathVariable long department, @PathVariable long id, @RequestBody OfficeForm body) {
        return parts.changeOffice(department, id, body);
    }

    /** What the units, offices and staff of the organization would change in the registers of a year. */
    @PostMapping("/api/departments/{department}/years/{year}/organization-import")
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Import intoYear(@PathVariable long department, @PathVariable int year) {
        return take.preview(department, year);
    }
}
