package drydock.sim.kubectl;

import java.util.LinkedHashMap;
import java.util.Map;

/// `set image|env|resources|serviceaccount` (`kubectl/pkg/cmd/set`).
final class SetVerbs {

    private SetVerbs() {}

    static VerbGroup group() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("env", new SetEnvVerb());
        verbs.put("image", new SetImageVerb());
        verbs.put("resources", new SetResourcesVerb());
        verbs.put("serviceaccount", new SetServiceAccountVerb());
        return new VerbGroup("set", verbs);
    }
}
