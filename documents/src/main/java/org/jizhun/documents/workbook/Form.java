package org.jizhun.documents.workbook;

import java.util.List;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;

/**
 * What a workbook is made for: the vocabulary of one scheme, and what its criteria ask people to fill in.
 *
 * @param registers those that get a sheet, of the vocabulary
 * @param remarks what a person must know about the scheme, such as that its data are not verified
 */
record Form(
        String schemeId,
        String schemeTitle,
        List<String> remarks,
        Vocabulary vocabulary,
        List<Register> registers,
        List<Question> questions) {

    Form {
        remarks = List.copyOf(remarks);
        registers = List.copyOf(registers);
        questions = List.copyOf(questions);
    }

    /** The same with the sheet of one register. */
    Form only(Register register) {
        return new Form(schemeId, schemeTitle, remarks, vocabulary, List.of(register), questions);
    }

    /** What is asked about one leaf criterion of the scheme. */
    record Question(String criterion, String title, Use use, List<Item> items) {
        Question {
            items = List.copyOf(items);
        }
    }

    /** An element to be checked, or a band to be chosen: its id and its wording. */
    record Item(String id, String title) {}

    /** The register that answers a question. */
    enum Use {
        CHECKS,
        DEDUCTIONS,
        JUDGEMENTS,
        OTHER
    }

    List<Question> questions(Use use) {
        return questions.stream().filter(question -> question.use() == use).toList();
    }
}
