CREATE TABLE assessment (
	id INTEGER NOT NULL,
	title TEXT DEFAULT '' NOT NULL,
	buyer TEXT DEFAULT '' NOT NULL,
	currency TEXT DEFAULT '' NOT NULL,
	horizon_months INTEGER DEFAULT '36' NOT NULL,
	discount_rate TEXT DEFAULT '' NOT NULL,
	start TEXT,
	buyer_recovers_vat INTEGER DEFAULT '0' NOT NULL,
	budget_monthly TEXT,
	template TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE attachment (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	media_type TEXT DEFAULT '' NOT NULL,
	size INTEGER DEFAULT '0' NOT NULL,
	sha256 TEXT DEFAULT '' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	content BLOB NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE change (
	assessment_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	id TEXT DEFAULT '' NOT NULL,
	at TEXT DEFAULT '' NOT NULL,
	actor TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	message TEXT DEFAULT '' NOT NULL,
	arguments TEXT DEFAULT '' NOT NULL,
	concerns TEXT DEFAULT '' NOT NULL,
	rows TEXT DEFAULT '' NOT NULL,
	parent TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, number),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE decision (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	decided_on TEXT DEFAULT '' NOT NULL,
	decided_by TEXT DEFAULT '' NOT NULL,
	reasons TEXT DEFAULT '' NOT NULL,
	dissent TEXT DEFAULT '' NOT NULL,
	conditions TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE driver (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name_zh TEXT DEFAULT '' NOT NULL,
	name_en TEXT DEFAULT '' NOT NULL,
	low TEXT DEFAULT '' NOT NULL,
	likely TEXT DEFAULT '' NOT NULL,
	high TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE evaluator (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	weight FLOAT DEFAULT '1' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE identity (
	assessment_id INTEGER NOT NULL,
	uid TEXT NOT NULL,
	origin TEXT NOT NULL,
	PRIMARY KEY (assessment_id),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id),
	UNIQUE (uid)
)
 WITHOUT ROWID;
CREATE TABLE need (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	name_zh TEXT DEFAULT '' NOT NULL,
	name_en TEXT DEFAULT '' NOT NULL,
	target TEXT DEFAULT '' NOT NULL,
	own_ability TEXT DEFAULT '' NOT NULL,
	outsourced INTEGER DEFAULT '0' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE plan_item (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	frequency TEXT DEFAULT '' NOT NULL,
	channel TEXT DEFAULT '' NOT NULL,
	participants TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE round (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	held_on TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	present INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE seal (
	assessment_id INTEGER NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	sha256 TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, name),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE setting (
	assessment_id INTEGER NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	value TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, name),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE vendor (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	credit_code TEXT DEFAULT '' NOT NULL,
	stage TEXT DEFAULT '' NOT NULL,
	contact TEXT DEFAULT '' NOT NULL,
	phone TEXT DEFAULT '' NOT NULL,
	address TEXT DEFAULT '' NOT NULL,
	website TEXT DEFAULT '' NOT NULL,
	licence TEXT DEFAULT '' NOT NULL,
	founded TEXT DEFAULT '' NOT NULL,
	staff TEXT DEFAULT '' NOT NULL,
	pros TEXT DEFAULT '' NOT NULL,
	cons TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE action (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	problem TEXT DEFAULT '' NOT NULL,
	"plan" TEXT DEFAULT '' NOT NULL,
	owner TEXT DEFAULT '' NOT NULL,
	due_on TEXT DEFAULT '' NOT NULL,
	done_on TEXT DEFAULT '' NOT NULL,
	measured_on TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE bill (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	month TEXT DEFAULT '' NOT NULL,
	label TEXT DEFAULT '' NOT NULL,
	amount TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE clause (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	name_zh TEXT DEFAULT '' NOT NULL,
	name_en TEXT DEFAULT '' NOT NULL,
	said TEXT DEFAULT '' NOT NULL,
	written TEXT DEFAULT '' NOT NULL,
	delivered TEXT DEFAULT '' NOT NULL,
	my_position TEXT DEFAULT '' NOT NULL,
	their_position TEXT DEFAULT '' NOT NULL,
	bottom_line TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE commitment (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	channel TEXT DEFAULT '' NOT NULL,
	within_minutes FLOAT DEFAULT '0' NOT NULL,
	share FLOAT DEFAULT '0' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE contact (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	channel TEXT DEFAULT '' NOT NULL,
	raised TEXT DEFAULT '' NOT NULL,
	first_reply TEXT,
	started TEXT,
	resolved TEXT,
	reopened TEXT,
	contacts INTEGER DEFAULT '1' NOT NULL,
	topic TEXT DEFAULT '' NOT NULL,
	urgent INTEGER DEFAULT '0' NOT NULL,
	satisfied INTEGER,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE cost_line (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	label TEXT DEFAULT '' NOT NULL,
	nature TEXT DEFAULT '' NOT NULL,
	billing TEXT DEFAULT '' NOT NULL,
	amount TEXT,
	driver TEXT,
	included_quantity TEXT,
	first_month INTEGER DEFAULT '1' NOT NULL,
	last_month INTEGER,
	free_months INTEGER DEFAULT '0' NOT NULL,
	credit INTEGER DEFAULT '0' NOT NULL,
	escalation TEXT DEFAULT '' NOT NULL,
	vat_rate TEXT DEFAULT '' NOT NULL,
	vat_included INTEGER DEFAULT '1' NOT NULL,
	invoice TEXT DEFAULT '' NOT NULL,
	disclosure TEXT DEFAULT '' NOT NULL,
	catalogue TEXT,
	unread TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id, driver) REFERENCES driver (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE dimension (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name_zh TEXT DEFAULT '' NOT NULL,
	name_en TEXT DEFAULT '' NOT NULL,
	hint_zh TEXT DEFAULT '' NOT NULL,
	hint_en TEXT DEFAULT '' NOT NULL,
	group_zh TEXT DEFAULT '' NOT NULL,
	group_en TEXT DEFAULT '' NOT NULL,
	weight FLOAT DEFAULT '1' NOT NULL,
	source TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE reference (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	client TEXT DEFAULT '' NOT NULL,
	relation TEXT DEFAULT '' NOT NULL,
	held_on TEXT DEFAULT '' NOT NULL,
	recommends INTEGER,
	would_renew INTEGER,
	reason_for_leaving TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE risk (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	likelihood INTEGER,
	impact INTEGER,
	control TEXT DEFAULT '' NOT NULL,
	owner TEXT DEFAULT '' NOT NULL,
	review_on TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE survey (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	held_on TEXT DEFAULT '' NOT NULL,
	answer FLOAT,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE weight_set (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE criterion (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	dimension TEXT DEFAULT '' NOT NULL,
	name_zh TEXT DEFAULT '' NOT NULL,
	name_en TEXT DEFAULT '' NOT NULL,
	hint_zh TEXT DEFAULT '' NOT NULL,
	hint_en TEXT DEFAULT '' NOT NULL,
	unit_zh TEXT DEFAULT '' NOT NULL,
	unit_en TEXT DEFAULT '' NOT NULL,
	measure TEXT DEFAULT '' NOT NULL,
	direction TEXT DEFAULT '' NOT NULL,
	weight FLOAT DEFAULT '1' NOT NULL,
	scale_low FLOAT DEFAULT '1' NOT NULL,
	scale_high FLOAT DEFAULT '5' NOT NULL,
	anchors TEXT DEFAULT '' NOT NULL,
	must_have TEXT DEFAULT '' NOT NULL,
	at_least FLOAT,
	at_most FLOAT,
	measured_by TEXT DEFAULT '' NOT NULL,
	evidence TEXT DEFAULT '' NOT NULL,
	access TEXT DEFAULT '' NOT NULL,
	same_as TEXT DEFAULT '' NOT NULL,
	source TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id, round, dimension) REFERENCES dimension (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE judgement (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	weight_set TEXT DEFAULT '' NOT NULL,
	evaluator TEXT DEFAULT '' NOT NULL,
	first TEXT DEFAULT '' NOT NULL,
	second TEXT DEFAULT '' NOT NULL,
	ratio FLOAT DEFAULT '1' NOT NULL,
	PRIMARY KEY (assessment_id, round, weight_set, evaluator, first, second),
	FOREIGN KEY(assessment_id, round, weight_set) REFERENCES weight_set (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id, evaluator) REFERENCES evaluator (assessment_id, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE weight (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	weight_set TEXT DEFAULT '' NOT NULL,
	target TEXT DEFAULT '' NOT NULL,
	weight FLOAT DEFAULT '1' NOT NULL,
	PRIMARY KEY (assessment_id, round, weight_set, target),
	FOREIGN KEY(assessment_id, round, weight_set) REFERENCES weight_set (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE agreed_score (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	value FLOAT,
	state INTEGER DEFAULT '0' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, vendor, criterion),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id, round, criterion) REFERENCES criterion (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE evidence (
	assessment_id INTEGER NOT NULL,
	"key" TEXT DEFAULT '' NOT NULL,
	position INTEGER DEFAULT '0' NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	seen_on TEXT DEFAULT '' NOT NULL,
	person TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id, round, criterion) REFERENCES criterion (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE level (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	level FLOAT NOT NULL,
	anchor_zh TEXT DEFAULT '' NOT NULL,
	anchor_en TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, criterion, level),
	FOREIGN KEY(assessment_id, round, criterion) REFERENCES criterion (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
CREATE TABLE score (
	assessment_id INTEGER NOT NULL,
	round TEXT DEFAULT '' NOT NULL,
	evaluator TEXT DEFAULT '' NOT NULL,
	vendor TEXT DEFAULT '' NOT NULL,
	criterion TEXT DEFAULT '' NOT NULL,
	value FLOAT,
	state INTEGER DEFAULT '0' NOT NULL,
	evidence INTEGER DEFAULT '0' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	text TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (assessment_id, round, evaluator, vendor, criterion),
	FOREIGN KEY(assessment_id, round) REFERENCES round (assessment_id, "key"),
	FOREIGN KEY(assessment_id, evaluator) REFERENCES evaluator (assessment_id, "key"),
	FOREIGN KEY(assessment_id, vendor) REFERENCES vendor (assessment_id, "key"),
	FOREIGN KEY(assessment_id, round, criterion) REFERENCES criterion (assessment_id, round, "key"),
	FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID;
