package drydock.sim.expect;

import java.time.Duration;

/// A line `expect …`: what is to be seen, or with `not` is not to be, now or within a while.
public record Expected(boolean not, Duration within, Expectation what) {

    /// What can be expected, for who wrote something else.
    public static final String USAGE = """
        what can be expected: expect [within TIME] [not] …
          output TEXT | output matches REGEX | exit CODE
          KIND[/NAME] [-l LABELS] [-n NAMESPACE] COLUMN VALUE
          KIND[/NAME] … {JSONPATH} VALUE | count VALUE
          KIND[/NAME] … passed COLUMN VALUE … | because COMPONENT …
          request [by PLACE …] [ends RESULT]
          requests to SERVICE reach VALUE | requests to SERVICE succeed VALUE
          requests to SERVICE differ VALUE
        a VALUE is TEXT [or TEXT …], with * for anything without a comma, at-least NUMBER or at-most NUMBER
        """;

    /// Whether it is about the exit code of the command before, whose failure then is no failure of the script.
    public boolean foreseesExit() {
        return what instanceof Expectation.ExitCode;
    }

    Verdict judge(Evidence evidence, Said said) {
        Verdict verdict = new Judge(evidence, said).judge(what);
        return not ? verdict.inverted() : verdict;
    }
}
