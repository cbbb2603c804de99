// The data shapes of events.md section 4, kept as the text of the contract (comments left out).

export const CONTRACT_TYPES = `
type Role = 'child' | 'unborn_child' | 'parent' | 'partner' | 'ex_partner' | 'other_adult';
type PartyKind = 'school' | 'childcare' | 'gp' | 'youth_health_care' | 'local_team' | 'family' | 'neighbour' | 'friend' | 'veilig_thuis' | 'child_protection' | 'mental_health'
  | 'addiction_care' | 'shelter' | 'police' | 'volunteer' | 'support_family' | 'municipality' | 'other';
type Status = 'unsafe' | 'unknown' | 'direct' | 'durable';
type Urgency = 'acute' | 'urgent' | 'early';
type Horizon = 'direct' | 'durable';
type ViolenceKind = 'physical' | 'verbal' | 'psychological' | 'coercive_control' | 'sexual' | 'neglect' | 'threat' | 'stalking' | 'financial' | 'honour_related' | 'witnessing';
type Lethality = 'strangulation' | 'weapon' | 'death_threat' | 'suicide_threat' | 'pregnancy';
type Profile = 1 | 2 | 3 | 4 | 5 | 'unknown';
type FactorName = 'debt' | 'housing' | 'work' | 'addiction' | 'psychiatric' | 'intellectual_disability' | 'own_childhood' | 'isolation' | 'separation_conflict' | 'chronic_illness' | 'other';
type StepKind = 'safety' | 'parent_trauma' | 'addiction' | 'psychiatric' | 'person_using_violence' | 'child_recovery' | 'parenting' | 'relationship' | 'debt_housing' | 'network';
type Answers = { stillSafe: Tri; basicConditions: Tri; helpNeeded: Tri };      // the three long-term questions
`;

export const CONTRACT_EVENTS = `
FamilyReported { relation: 'first' | 'repeat_several' | 'repeat_one' | 'follow_up_assessment' | 'follow_up_after' | 'follow_up_monitoring'; acute: Tri; structural: Tri; handledAs?: 'existing_plan' | 'new_case' }
PersonJoined { person: PersonId; role: Role; household: Token; birthMonth?: Month }
PersonLeft { person: PersonId }
PartyInvolved { party: PartyId; kind: PartyKind; informal: boolean; organisation?: Token; livesWith?: PersonId[]; linkedTo?: PersonId[] }
PartyClosedInvolvement { party: PartyId; reason: 'finished' | 'no_capacity' | 'refused' | 'moved' | 'other' }
FamilyMoved { household: Token; fromMunicipality: Token; toMunicipality: Token }
IncidentRecorded { kinds: ViolenceKind[1+]; by: PersonId[]; against: PersonId[1+]; witnessedBy: PersonId[]; severity?: 1 | 2 | 3 | 4; injury?: Tri; lethality?: Lethality[] }
ViolencePatternRecorded { kinds: ViolenceKind[1+]; by: PersonId[]; against: PersonId[1+]; estimatedPerYear?: number; trend?: 'up' | 'same' | 'down' | 'unknown' }
SafetyAssessed { assessor: PartyId; acuteDanger: Tri; acuteProblems: Tri; structural?: Tri; perPerson?: Record<PersonId, Tri>; basis: ('seen_alone' | 'joint' | 'phone' | 'file')[1+] }
AnalysisCompleted { profile: Profile; coerciveControl: Tri; violenceKinds: ViolenceKind[]; factors: { factor: FactorName; person?: PersonId }[]; spokenSeparately: PersonId[]; childrenAsked: PersonId[] }
ProfileRevised { profile: Profile; coerciveControl: Tri }
CrisisMeasureSet { kind: 'home_ban' | 'shelter' | 'placement' | 'supervision_order' | 'arrest'; subject: PersonId; from: When; to?: When }
ContactHeld { party: PartyId; with: PersonId[1+]; joint: boolean; answers?: Answers }
FamilyVoiceRecorded { person: PersonId; alone: boolean; feelsSafe?: integer 0-10; helpNeeded?: Tri }
PlanActivated { plan: Token; agreedBy: (PersonId | PartyId)[1+] }
PlanReviewed { plan: Token; answers: Answers }
PlanClosed { plan: Token; reason: 'goals_met' | 'withdrawn' | 'moved' | 'other' }
SafetyConditionSet { condition: Token; protects: PersonId[1+]; horizon: Horizon; bottomLine: boolean }
SafetyConditionEnded { condition: Token; reason: 'achieved' | 'replaced' | 'withdrawn' }
SafetyAgreementMade { agreement: Token; condition: Token; actor: PersonId | PartyId; action: Token; timing: 'always' | 'daily' | 'weekly' | 'monthly' | 'on_trigger'; critical: boolean;
                      minMonitors?: integer >= 1; needsChildSight?: boolean; validFrom?: When; validTo?: When }
AgreementConsented { agreement: Token; party: PersonId | PartyId; obtained: 'alone' | 'joint' | 'written' }
EscalationPathSet { agreement: Token; rungs: { to: PartyId; ackMinutes: integer >= 1; hours: '24x7' | 'office'; accepted: boolean }[1+] }
AgreementEnded { agreement: Token; reason: 'achieved' | 'replaced' | 'unworkable' | 'withdrawn' }
AgreementBroken { agreement: Token; by: PersonId; violence: Tri; harm?: Tri }
PlanStepSet { step: Token; person: PersonId; kind: StepKind; owner: PartyId; dependsOn?: Token[]; neededBy?: Day }
PlanStepStarted { step: Token; provider?: PartyId }
PlanStepCompleted { step: Token; outcome: 'goal' | 'partly' | 'none' }
PlanStepStalled { step: Token; reason: 'capacity' | 'no_show' | 'wrong_help' | 'other' }
OrderOverridden { step: Token; reason: Token; approvedBy: PartyId[1+] }
FactorReassessed { factor: FactorName; person?: PersonId; state: 'active' | 'reduced' | 'controlled' | 'gone' }
ParentTraumaScreened { person: PersonId; present: Tri }
BasicConditionsAssessed { child: PersonId; basis: ('seen' | 'told' | 'school' | 'jgz')[1+]; levels: Record<'1'..'12', 'insufficient' | 'fragile' | 'sufficient'> }
RecoveryNeedAssessed { person: PersonId; need: 'none_found' | 'needed' | 'not_yet_clear'; irreparable: Tri; diagnosis: Tri; personAsked: boolean; nextLook?: Day }
ContactArrangementSet { child: PersonId; adult: PersonId; supervised: boolean; supervisor?: PartyId; agreements: Token[]; contraIndication: Tri }
MonitorInvited { party: PartyId; agreements: Token[1+] }
MonitorAccepted { party: PartyId; agreements: Token[1+]; cadenceDays: integer >= 1; monitorsFrom?: Day }
MonitorDeclined { party: PartyId; agreements: Token[1+] }
MonitorWithdrew { party: PartyId; agreements: Token[1+] }
MonitorPaused { party: PartyId; from: When; to: When; agreements?: Token[1+]; standIn?: PartyId; reason: 'school_holiday' | 'leave' | 'illness' | 'inability' }
MonitorCheckedIn { party: PartyId; agreement: Token; result: 'kept' | 'partly' | 'broken' | 'could_not_observe'; personsSeen: PersonId[]; childAlone: boolean; joint: boolean; worry: 0 | 1 | 2 | 3; answers?: Answers }
BellRung { bell: Token; to: PartyId; urgency: Urgency; selfReport: boolean; agreement?: Token; person?: PersonId }
BellAnswered { bell: Token; party: PartyId; action: Token }
AlarmAcknowledged { rule: Token; subject: string; by: PartyId }
AlarmClosed { rule: Token; subject: string; by: PartyId; reason?: Token }
SupportPersonNamed { person: PersonId; supporter: PartyId; ring: 1 | 2 | 3 | 4; support: ('emotional' | 'practical' | 'informational' | 'normative')[];
                     level: 'everyday' | 'everyday_with_role' | 'organised_informal' | 'professional'; reviewDays?: integer >= 1; until?: Day }
SupportPersonLeft { person: PersonId; supporter: PartyId }
SupporterLoadAssessed { supporter: PartyId; overloaded: Tri }
RelapsePlanSet { person: PersonId; signals: { signal: Token; level: 'green' | 'orange' | 'red'; observers: PartyId[] }[]; helpers: PartyId[]; rehearsedAt?: Day }
RelapseSignalObserved { person: PersonId; level: 'green' | 'orange' | 'red'; pattern: 'violence' | 'control' | 'addiction' | 'psychiatric' | 'debt_housing' | 'school_absence' | 'child_residual' | 'stress' | 'other';
                        selfReport: boolean; signal?: Token }
StressorRecorded { kind: 'job_loss' | 'move' | 'birth' | 'death' | 'separation' | 'court' | 'illness' | 'release' | 'new_partner' | 'debt'; person?: PersonId }
RelapseJudged { candidate: EventId; relapse: Tri; urgency?: Urgency; judges: PartyId[1+]; spokenAlone: PersonId[] }
ImmediateHelpRequested { request: Token; candidate: EventId; persons: PersonId[1+]; help: Token }
HelpOffered { request: Token; provider: PartyId; startsAt: Instant }
HelpDeclined { request: Token; person: PersonId; alone: boolean; alternatives: integer >= 0; reason?: Token }
ImmediateHelpStarted { request: Token; provider: PartyId; form: 'in_person' | 'video' | 'phone' | 'intake_only' | 'letter'; bridging: boolean }
ShortTermHelpEnded { request: Token; outcome: 'goal' | 'partly' | 'none'; followUp: 'none' | 'replan' | 'extend' }
WaitlistPlacementRecorded { ref: Token; provider: PartyId; named: 'waitlist' | 'planned_date' | 'capacity_queue' | 'intake_queue'; expectedDays?: integer >= 0 }
WaitlistLeft { ref: Token }
ReferralRejected { ref: Token; provider: PartyId; reason: 'capacity' | 'exclusion' | 'jurisdiction' | 'funding' | 'no_diagnosis' | 'other' }
BarrierMet { kind: 'residence_principle' | 'funding_silo' | 'waiting_list' | 'own_contribution' | 'no_offer' | 'exclusion_criterion' | 'privacy' | 'other'; ref?: Token }
GuaranteeEnded { reason: Token; endedBy: PartyId[1+]; familyInformed: boolean }
LongTermProfessionalAssigned { professional: PartyId; deputy?: PartyId; contactDays?: integer >= 1 }
ProfessionalLeaveAnnounced { professional: PartyId; lastDay: Day; successor?: PartyId }
HandoverCompleted { professional: PartyId; warm: boolean; familyPresent: boolean }
SafetyStatusDecided { person: PersonId | 'family'; status: Status; judges: PartyId[1+]; dissent?: PartyId[]; basis: EventId[] }
OutcomeMeasured { person: PersonId; moment: 'T0' | 'T12' | 'T18' | 'later'; violence: 'none' | 'some' | 'unknown' }
MdaReviewHeld { participants: PartyId[1+]; knownAt: Instant }
EventRetracted { target: EventId; reason: 'wrong_person' | 'wrong_family' | 'duplicate' | 'never_happened'; approvedBy: PartyId }
ResearchObjectionRecorded { person: PersonId }
ResearchDisclosureRecorded { release: Token; recipient: Token; purpose: Token; position?: integer >= 0 }
`;
