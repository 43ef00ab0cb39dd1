package org.jizhun.documents.workbook;

import java.util.List;
import org.jizhun.kernel.fact.Vocabulary;

/**
 * What a workbook is made for: the vocabulary of one scheme, and what its criteria ask people to fill in.
 *
 * @param remarks what a person must know about the scheme, such as that its data are not verified
 */
record Form(
        String schemeId, String schemeTitle, List<String> remarks, Vocabulary vocabulary, List<Question> questions) {

    Form {
        remarks = List.copyOf(remarks);
        questions = List.copyOf(questions);
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
