/// Step 1.
///
/// Rules that data must never break stand here, before any code that could forget them.
let firstSchema = """
    CREATE TABLE agency (
        agency_id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('ministry', 'state-committee', 'local-executive', 'municipality')),
        name TEXT NOT NULL CHECK (name <> ''),
        sort_key TEXT NOT NULL,
        parent_id INTEGER REFERENCES agency CHECK (parent_id <> agency_id)
    );
    CREATE INDEX agency_parent ON agency (parent_id);

    CREATE TABLE unit (
        unit_id INTEGER PRIMARY KEY,
        agency_id INTEGER NOT NULL REFERENCES agency,
        parent_id INTEGER REFERENCES unit CHECK (parent_id <> unit_id),
        code TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        sort_key TEXT NOT NULL,
        is_e_government INTEGER NOT NULL CHECK (is_e_government IN (0, 1)),
        UNIQUE (unit_id, agency_id)
    );
    CREATE INDEX unit_agency ON unit (agency_id);

    CREATE TABLE person (
        person_id INTEGER PRIMARY KEY,
        staff_number TEXT NOT NULL UNIQUE CHECK (staff_number <> ''),
        family_name TEXT NOT NULL CHECK (family_name <> ''),
        given_name TEXT NOT NULL CHECK (given_name <> ''),
        patronymic TEXT,
        search_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        email TEXT,
        language TEXT NOT NULL CHECK (language IN ('az', 'en', 'ru')),
        agency_id INTEGER NOT NULL,
        unit_id INTEGER NOT NULL,
        job_role TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('active', 'left')),
        extra_time_percent INTEGER NOT NULL DEFAULT 0 CHECK (extra_time_percent BETWEEN 0 AND 200),
        FOREIGN KEY (unit_id, agency_id) REFERENCES unit (unit_id, agency_id)
    );
    CREATE INDEX person_agency ON person (agency_id, status, sort_key);
    CREATE INDEX person_unit ON person (unit_id, status, sort_key);

    -- Where each person worked and as what, from a day through a day; the open one is the present posting.
    CREATE TABLE posting (
        person_id INTEGER NOT NULL REFERENCES person,
        first_day TEXT NOT NULL,
        last_day TEXT CHECK (last_day >= first_day),
        agency_id INTEGER NOT NULL,
        unit_id INTEGER NOT NULL,
        job_role TEXT NOT NULL,
        PRIMARY KEY (person_id, first_day),
        FOREIGN KEY (unit_id, agency_id) REFERENCES unit (unit_id, agency_id)
    );
    CREATE UNIQUE INDEX posting_present ON posting (person_id) WHERE last_day IS NULL;
    CREATE INDEX posting_unit ON posting (unit_id, first_day);

    CREATE TABLE role_grant (
        person_id INTEGER NOT NULL REFERENCES person,
        role TEXT NOT NULL CHECK (role IN ('hr', 'reporter', 'controller', 'author', 'admin')),
        agency_id INTEGER REFERENCES agency CHECK ((role = 'hr') = (agency_id IS NOT NULL)),
        includes_subordinates INTEGER NOT NULL DEFAULT 0 CHECK (includes_subordinates IN (0, 1)),
        unit_id INTEGER REFERENCES unit CHECK ((role = 'reporter') = (unit_id IS NOT NULL))
    );
    CREATE UNIQUE INDEX role_grant_once
        ON role_grant (person_id, role, coalesce(agency_id, 0), coalesce(unit_id, 0));

    -- A person may sign in once they have an account; the user name is the staff number unless given one.
    CREATE TABLE account (
        person_id INTEGER PRIMARY KEY REFERENCES person,
        user_name TEXT NOT NULL UNIQUE CHECK (user_name <> ''),
        password_hash TEXT NOT NULL,
        password_changed_at INTEGER NOT NULL,
        is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
        failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
        last_failure_at INTEGER,
        second_factor_secret BLOB,
        second_factor_step INTEGER,
        privacy_notice TEXT
    );

    CREATE TABLE session (
        token_hash BLOB PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES account,
        csrf_token TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL,
        awaits_second_factor INTEGER NOT NULL CHECK (awaits_second_factor IN (0, 1))
    );
    CREATE INDEX session_person ON session (person_id);

    CREATE TABLE activation_code (
        code_hash BLOB PRIMARY KEY,
        person_id INTEGER NOT NULL UNIQUE REFERENCES person,
        expires_at INTEGER NOT NULL
    );

    CREATE TABLE recovery_code (
        code_hash BLOB PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES account
    );
    CREATE INDEX recovery_code_person ON recovery_code (person_id);

    CREATE TABLE address_failure (
        address TEXT NOT NULL,
        at INTEGER NOT NULL
    );
    CREATE INDEX address_failure_address ON address_failure (address, at);

    -- The frozen copy of each question version that an attempt has shown.
    CREATE TABLE question_version (
        question_id TEXT NOT NULL,
        version TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (question_id, version)
    );

    CREATE TABLE attempt (
        attempt_id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person,
        agency_id INTEGER NOT NULL REFERENCES agency,
        unit_id INTEGER NOT NULL REFERENCES unit,
        job_role TEXT NOT NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('practice', 'placement', 'exam')),
        certification_id TEXT CHECK ((purpose = 'exam') = (certification_id IS NOT NULL)),
        competency TEXT CHECK ((purpose = 'exam') = (competency IS NULL)),
        language TEXT NOT NULL CHECK (language IN ('az', 'en')),
        plan TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        closes_at INTEGER CHECK (purpose <> 'exam' OR closes_at IS NOT NULL),
        closed_at INTEGER,
        stop_reason TEXT,
        outcome TEXT CHECK (outcome IN ('passed', 'failed', 'unfinished', 'finished')),
        result TEXT,
        fault_note TEXT,
        CHECK ((closed_at IS NULL) = (outcome IS NULL)),
        CHECK ((closed_at IS NULL) = (result IS NULL))
    );
    -- Two tabs that start the same thing at once get one attempt between them.
    CREATE UNIQUE INDEX attempt_open_exam ON attempt (person_id, certification_id)
        WHERE closed_at IS NULL AND purpose = 'exam';
    CREATE UNIQUE INDEX attempt_open_practice ON attempt (person_id, purpose, competency)
        WHERE closed_at IS NULL AND purpose <> 'exam';
    CREATE INDEX attempt_person ON attempt (person_id, started_at);
    CREATE INDEX attempt_closing ON attempt (closes_at) WHERE closed_at IS NULL;

    -- One question of an attempt, as it was shown, and its answer. Once answered it never changes.
    CREATE TABLE response (
        attempt_id INTEGER NOT NULL REFERENCES attempt,
        position INTEGER NOT NULL CHECK (position >= 1),
        question_id TEXT NOT NULL,
        question_version TEXT NOT NULL,
        discrimination REAL NOT NULL CHECK (discrimination > 0),
        difficulty REAL NOT NULL,
        guessing REAL NOT NULL CHECK (guessing >= 0 AND guessing < 1),
        shuffle TEXT NOT NULL,
        shown_at INTEGER NOT NULL,
        answered_at INTEGER,
        answer TEXT,
        is_right INTEGER CHECK (is_right IN (0, 1)),
        PRIMARY KEY (attempt_id, position),
        UNIQUE (attempt_id, question_id),
        FOREIGN KEY (question_id, question_version) REFERENCES question_version,
        CHECK ((answered_at IS NULL) = (answer IS NULL)),
        CHECK ((answered_at IS NULL) = (is_right IS NULL))
    ) WITHOUT ROWID;
    CREATE TRIGGER response_is_final BEFORE UPDATE ON response WHEN OLD.answered_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an answer never changes'); END;
    CREATE TRIGGER response_stays BEFORE DELETE ON response
        BEGIN SELECT RAISE(ABORT, 'a response is never deleted'); END;

    -- From exams and accepted evidence: what HR, profiles, gaps and reports see. One row an exam; the newest counts.
    CREATE TABLE certified_state (
        person_id INTEGER NOT NULL REFERENCES person,
        competency TEXT NOT NULL,
        day TEXT NOT NULL,
        attempt_id INTEGER NOT NULL REFERENCES attempt,
        ability REAL NOT NULL,
        standard_error REAL NOT NULL CHECK (standard_error > 0),
        PRIMARY KEY (person_id, competency, day, attempt_id)
    ) WITHOUT ROWID;

    -- From practice and placement: the person's alone.
    CREATE TABLE private_state (
        person_id INTEGER NOT NULL REFERENCES person,
        competency TEXT NOT NULL,
        day TEXT NOT NULL,
        ability REAL NOT NULL,
        standard_error REAL NOT NULL CHECK (standard_error > 0),
        PRIMARY KEY (person_id, competency)
    ) WITHOUT ROWID;

    CREATE TABLE certificate (
        certificate_id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        person_id INTEGER NOT NULL REFERENCES person,
        certification_id TEXT NOT NULL,
        attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempt,
        holder TEXT NOT NULL,
        agency_id INTEGER NOT NULL REFERENCES agency,
        agency_name TEXT NOT NULL,
        unit_id INTEGER NOT NULL REFERENCES unit,
        job_role TEXT NOT NULL,
        issued TEXT NOT NULL,
        valid_through TEXT NOT NULL CHECK (valid_through >= issued),
        certification TEXT NOT NULL
    );
    CREATE INDEX certificate_person ON certificate (person_id, certification_id, valid_through, issued);

    -- Item parameters that were estimated from answers, released as a whole and never changed.
    CREATE TABLE calibration_release (
        release_id INTEGER PRIMARY KEY,
        competency TEXT NOT NULL,
        day TEXT NOT NULL,
        -- What the estimates rest on, in words: whose answers, how many, which program.
        basis TEXT NOT NULL CHECK (basis <> '')
    );
    CREATE TABLE calibrated_item (
        release_id INTEGER NOT NULL REFERENCES calibration_release,
        question_id TEXT NOT NULL,
        question_version TEXT NOT NULL,
        discrimination REAL NOT NULL CHECK (discrimination > 0),
        difficulty REAL NOT NULL,
        guessing REAL NOT NULL CHECK (guessing >= 0 AND guessing < 1),
        PRIMARY KEY (release_id, question_id)
    ) WITHOUT ROWID;

    CREATE TABLE enrolment (
        person_id INTEGER NOT NULL REFERENCES person,
        course TEXT NOT NULL,
        started_day TEXT NOT NULL,
        last_lesson TEXT,
        finished_day TEXT,
        PRIMARY KEY (person_id, course)
    ) WITHOUT ROWID;
    CREATE INDEX enrolment_finished ON enrolment (person_id, finished_day);

    CREATE TABLE lesson_progress (
        person_id INTEGER NOT NULL,
        course TEXT NOT NULL,
        lesson TEXT NOT NULL,
        finished_at INTEGER,
        PRIMARY KEY (person_id, course, lesson),
        FOREIGN KEY (person_id, course) REFERENCES enrolment
    ) WITHOUT ROWID;

    CREATE TABLE self_check (
        person_id INTEGER NOT NULL REFERENCES person,
        question_id TEXT NOT NULL,
        answer TEXT NOT NULL,
        is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
        answered_at INTEGER NOT NULL,
        PRIMARY KEY (person_id, question_id)
    ) WITHOUT ROWID;

    CREATE TABLE assignment (
        assignment_id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person,
        course TEXT NOT NULL,
        due_day TEXT NOT NULL,
        assigned_by INTEGER NOT NULL REFERENCES person,
        assigned_day TEXT NOT NULL,
        UNIQUE (person_id, course)
    );

    -- Who did what, to whose data, and why. Each entry holds the hash of the one before it; people stand by id only.
    CREATE TABLE audit_entry (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor_id INTEGER REFERENCES person,
        action TEXT NOT NULL,
        purpose TEXT,
        detail TEXT NOT NULL,
        subjects TEXT NOT NULL,
        previous_hash BLOB NOT NULL,
        hash BLOB NOT NULL UNIQUE
    );
    CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

    CREATE TABLE audit_subject (
        person_id INTEGER NOT NULL REFERENCES person,
        number INTEGER NOT NULL REFERENCES audit_entry,
        PRIMARY KEY (person_id, number)
    ) WITHOUT ROWID;
    CREATE TRIGGER audit_subject_is_final BEFORE UPDATE ON audit_subject
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_subject_stays BEFORE DELETE ON audit_subject
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    """
