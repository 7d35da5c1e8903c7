package drydock.render.figure;

import drydock.render.scene.Ink;

/// Which version of its Deployment's template something is of.
///
/// @param number the revision, as `kubectl rollout history` counts; 0 where it is not known
/// @param changing whether another generation has Pods, too: they are changing places
record Generation(long number, Age age, boolean changing) {

    enum Age {
        NEW,
        OLD
    }

    boolean isNew() {
        return age == Age.NEW;
    }

    Ink ink() {
        return isNew() ? Ink.ACCENT : Ink.TEXT_MUTED;
    }

    /// What stands on its tag.
    String text(Words words) {
        return number > 0 ? String.valueOf(number) : words.get(isNew() ? "generation.new" : "generation.old");
    }

    /// The same in a sentence.
    String description(Words words) {
        return words.get(isNew() ? "generation.isNew" : "generation.isOld", number);
    }
}
