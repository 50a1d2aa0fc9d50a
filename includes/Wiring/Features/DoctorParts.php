<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Features;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\AccessRights;
use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\DoctorCli;
use OrderInvoicer\Features\Doctor\DoctorCommand;
use OrderInvoicer\Features\Doctor\DoctorController;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\DoctorRunner;
use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\DoctorView;
use OrderInvoicer\Features\Doctor\DraftLinks;
use OrderInvoicer\Features\Doctor\Drafts\DraftBodies;
use OrderInvoicer\Features\Doctor\Drafts\DraftCreditsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftListsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftPaymentsTrial;
use OrderInvoicer\Features\Doctor\Drafts\Drafts;
use OrderInvoicer\Features\Doctor\Drafts\DraftsTrial;
use OrderInvoicer\Features\Doctor\Drafts\Remains;
use OrderInvoicer\Features\Doctor\Kept\Notebook;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Features\Doctor\Pace;
use OrderInvoicer\Features\Doctor\ShopReport;
use OrderInvoicer\Features\Doctor\Trials\AccountTrial;
use OrderInvoicer\Features\Doctor\Trials\AddressTrial;
use OrderInvoicer\Features\Doctor\Trials\BasketsTrial;
use OrderInvoicer\Features\Doctor\Trials\BelowZeroTrial;
use OrderInvoicer\Features\Doctor\Trials\CategoriesTrial;
use OrderInvoicer\Features\Doctor\Trials\Change;
use OrderInvoicer\Features\Doctor\Trials\ChangesTrial;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\Computations;
use OrderInvoicer\Features\Doctor\Trials\ContactsTrial;
use OrderInvoicer\Features\Doctor\Trials\DecimalsTrial;
use OrderInvoicer\Features\Doctor\Trials\DocumentsTrial;
use OrderInvoicer\Features\Doctor\Trials\ItemsTrial;
use OrderInvoicer\Features\Doctor\Trials\OlderApiTrial;
use OrderInvoicer\Features\Doctor\Trials\PaymentsTrial;
use OrderInvoicer\Features\Doctor\Trials\Things;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Features\Doctor\Trials\TrialList;
use OrderInvoicer\Features\Doctor\Trials\WebhookTrial;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\DetailsMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Health\HealthReport;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Sellsy\Resources\Contacts;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\Resources\ReferenceData;
use OrderInvoicer\Sellsy\RightProbe;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Foundation;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\SellsyParts;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\SellsyPages;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\OneAction;

/** What is assumed of Sellsy, tried on the connected account. */
final class DoctorParts {

	private readonly Ports $ports;

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Engine $engine,
	) {
		$this->ports = new Adapters( $on, $sellsy );
	}

	public function cli( HealthReport $shop ): DoctorCli {
		return new DoctorCli( $this->command( $shop ) );
	}

	/** What Action Scheduler calls. */
	public function runner(): DoctorRunner {
		return $this->runner_of( $this->doctor( $this->on->clock ) );
	}

	private function runner_of( Doctor $doctor ): DoctorRunner {
		$later = new OneAction( ActionSchedulerQueue::DOCTOR, $this->on->clock );
		return new DoctorRunner(
			doctor: $doctor,
			later: $later,
			clock: $this->on->clock,
			logger: $this->on->logger(),
			sleep: $this->ports->sleep()
		);
	}

	public function controller(): DoctorController {
		$doctor = $this->doctor( $this->on->clock );
		$text   = new DoctorText();
		return new DoctorController(
			schemas: new SchemaSet(),
			doctor: $doctor,
			runner: $this->runner_of( $doctor ),
			view: new DoctorView(
				text: $text,
				report: $this->report(),
				links: $this->links(),
				rights: $this->rights()
			),
			account: $this->ports->account(),
			failures: new FailureProblem(),
			problems: $this->on->problem_text()
		);
	}

	private function command( HealthReport $shop ): DoctorCommand {
		$text   = new DoctorText();
		$doctor = $this->doctor( $this->on->clock );
		return new DoctorCommand(
			doctor: $doctor,
			runner: $this->runner_of( $doctor ),
			report: $this->report(),
			text: $text,
			links: $this->links(),
			shop: new ShopReport( $shop ),
			account: $this->ports->account(),
			failures: new FailureProblem(),
			problems: $this->on->problem_text()
		);
	}

	private function report(): DoctorReport {
		return new DoctorReport( new DoctorText(), $this->rights(), ORDERINVOICER_VERSION );
	}

	private function rights(): AccessRights {
		return new AccessRights(
			$this->sellsy->needed_rights(),
			$this->sellsy->seen_rights(),
			$this->sellsy->person()
		);
	}

	private function links(): DraftLinks {
		return new DraftLinks(
			new DocumentNames(),
			$this->on->pages(),
			new SellsyPages( $this->on->endpoints()->app )
		);
	}

	public function doctor( Clock $clock ): Doctor {
		$notebook = new Notebook(
			new OptionRecords( $this->on->options(), $this->ports->account() ),
			$this->sellsy->observations()
		);
		$things   = new Things( $this->sellsy->client(), $notebook, $this->ports->settings(), $clock );
		$remains  = new Remains( $this->sellsy->client(), $notebook, $this->ports->settings(), $clock );
		$drafts   = new Drafts( $this->sellsy->client(), $remains, $clock );
		$trials   = [ ...$this->trials( $things, $clock ), ...$this->draft_trials( $drafts, $things, $clock ) ];
		return new Doctor(
			trials: new TrialList( $trials ),
			notebook: $notebook,
			things: $things,
			drafts: $drafts,
			pace: new Pace(
				tasks: $this->ports->due_tasks(),
				background: $this->ports->background_work(),
				quota: $this->sellsy->quota(),
				guard: $this->engine->site_guard(),
				pauses: $this->ports->pauses(),
				clock: $clock
			),
			turn: new Turn( $this->ports->remote_id_store(), $clock, $this->ports->randomness() ),
			clock: $clock,
			logger: $this->ports->logger(),
			version: ORDERINVOICER_VERSION
		);
	}

	private function computations( Things $things, Clock $clock ): Computations {
		$invoicing = $this->sellsy->invoicing( $this->sellsy->client()->for_trials() );
		return new Computations( $invoicing, $this->ports->account(), $things, $clock );
	}

	/** @return list<Trial> in their order. */
	private function draft_trials( Drafts $drafts, Things $things, Clock $clock ): array {
		$computations = $this->computations( $things, $clock );
		$mapping      = new DocumentMapping( new RowMapping(), new DetailsMapping() );
		return [
			new DraftsTrial(
				$drafts,
				new DraftBodies(
					mapping: $mapping,
					lists: $this->sellsy->lists(),
					computations: $computations,
					settings: $this->ports->settings(),
					clock: $clock
				),
				$this->sellsy->service_dates()
			),
			new DraftListsTrial( $this->sellsy->client(), $drafts, $clock ),
			new DraftPaymentsTrial(
				drafts: $drafts,
				payments: $this->ports->payments(),
				mapping: new PaymentMapping(),
				account: $this->ports->account(),
				computations: $computations,
				clock: $clock
			),
			new DraftCreditsTrial( $drafts ),
		];
	}

	/** @return non-empty-list<Trial> in their order: what one has made, the next ones use. */
	private function trials( Things $things, Clock $clock ): array {
		$client       = $this->sellsy->client();
		$data         = new ReferenceData( $client );
		$mapping      = new AccountMapping();
		$change       = new Change( $client );
		$computations = $this->computations( $things, $clock );
		return [
			new AccountTrial(
				data: $data,
				mapping: $mapping,
				quota: $this->sellsy->quota(),
				person: $this->sellsy->person()
			),
			new CompanyTrial( $client, $things, $this->ports->settings(), $clock ),
			new AddressTrial( $client, $things ),
			new ContactsTrial( new Contacts( $client ), $things, $clock ),
			new ChangesTrial( $things, $change ),
			new DecimalsTrial( $computations ),
			new BasketsTrial( $computations ),
			new BelowZeroTrial( $computations ),
			new CategoriesTrial(
				data: $data,
				mapping: $mapping,
				lists: $this->sellsy->lists(),
				documents: new Documents( $client->for_trials() ),
				computations: $computations,
				things: $things
			),
			new ItemsTrial( new RightProbe( $client ), $things, $change, $computations ),
			new WebhookTrial(
				webhooks: $this->ports->webhooks(),
				address: $this->ports->event_address(),
				things: $things,
				randomness: $this->ports->randomness()
			),
			new DocumentsTrial( $client ),
			new PaymentsTrial( $client ),
			new OlderApiTrial( $this->sellsy->v1(), $clock ),
		];
	}
}
