<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\RemoteItem;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;

/**
 * What Sellsy holds, in memory. A fault is planned per method: before the effect, or after it, as when the answer is
 * lost on its way.
 */
final class Sellsy {

	/** @var array<int, RemoteDocument> */
	public array $documents = [];

	/** @var array<int, string> customer by document id. */
	public array $billed = [];

	/** @var array<string, RemoteCustomer> */
	public array $customers = [];

	/** @var array<string, list<RemoteAddress>> by customer. */
	public array $addresses = [];

	/** @var array<int, string> e-mail by contact id. */
	public array $contacts = [];

	/** @var array<int, array{string, string}> first and last name by contact id. */
	public array $contact_names = [];

	/** @var array<int, CustomerRef> company by contact id. */
	public array $contact_of = [];

	/** @var array<int, RemoteItem> */
	public array $items = [];

	/** @var list<RemoteTax> beside those that every account here has. */
	public array $taxes = [];

	/** @var list<RemoteTax> what was made at Sellsy since the lists were kept. */
	public array $new_taxes = [];

	public bool $taxes_are_hidden = false;

	/** Currency of a further rate category, whose id is 12; empty for none. */
	public string $currency = '';

	/** Characters of a name or of a line of an address that are kept. */
	public int $longest = 250;

	/** @var list<string> */
	public array $staff_emails = [];

	/** Whether searches by e-mail address do. */
	public bool $minds_case = true;

	/** @var list<string> */
	public array $calls = [];

	/** What each call takes. */
	public ?\Closure $each_call = null;

	/** @var list<string> days sent with validations. */
	public array $validated = [];
	public bool $is_down    = false;
	public string $account  = 'account-1';

	/** As this shop knows it, and as Sellsy says it now. */
	public ?string $account_name = 'Boutique';
	public string $renamed_to   = 'Boutique';
	public bool $hides_name     = false;

	/** Once a day, whatever is worked; as the look for a clash it is no call of that. */
	public int $names_read = 0;

	/** Whose credentials these are is known already. */
	public bool $identified = true;
	public int $decimals    = 5;

	/** Seconds until a search finds what was made; what is asked for by its id is there at once. */
	public int $index_lag = 0;

	/** A change of a customer would take away what nobody can send back. */
	public bool $is_left_to_people = false;

	/** @var array<int, int> moment by id. */
	private array $made_at = [];

	/** @var array<string, list<array{RemoteFailure, bool}>> */
	private array $faults = [];
	private int $ids      = 100;
	private string $deadly = '';
	private bool $deadly_after = false;

	/** @var (\Closure( int ): Decimal)|null TTC that is left of a document. */
	public ?\Closure $due = null;

	public bool $has_v1 = true;

	/** Sellsy's own field for eco-participation: kept, added to the row, or refused. */
	public string $eco_tax = 'keep';

	/** HT and TTC of the next documents made, where it is not what was computed. */
	public ?ComputedDocument $made_worth = null;

	public function __construct( private readonly Fate $fate, private readonly ?FakeClock $clock = null ) {}

	/** As lists show it: with what is left to be paid, where Sellsy says so. */
	public function shown( RemoteDocument $document ): RemoteDocument {
		return $this->due === null || ! $document->kind->is_validated() ? $document : new RemoteDocument(
			...[
				...get_object_vars( $document ),
				'due' => ( $this->due )( $document->id ),
			]
		);
	}

	public function plan(
		string $method,
		FailureKind $kind,
		bool $after_effect = false,
		?int $retry_after = null,
		int $status = 0,
		string $route = '',
	): void {
		$this->faults[ $method ][] = [
			new RemoteFailure(
				kind: $kind,
				status: $status,
				route: $route === '' ? $method : $route,
				scope: '',
				detail: 'Refusé',
				fields: [],
				retry_after: $retry_after
			),
			$after_effect,
		];
	}

	/**
	 * The process that sends the next request of that kind dies before Sellsy does anything, or after that, over the
	 * answer.
	 */
	public function dies_at( string $method, bool $after_effect = false ): void {
		$this->deadly       = $method;
		$this->deadly_after = $after_effect;
	}

	public function next_id(): int {
		$this->made_at[ ++$this->ids ] = $this->clock?->now()->getTimestamp() ?? 0;
		return $this->ids;
	}

	/** Whether searches find it already. */
	public function is_indexed( int $id ): bool {
		return ! isset( $this->made_at[ $id ] )
			|| $this->made_at[ $id ] + $this->index_lag <= ( $this->clock?->now()->getTimestamp() ?? 0 );
	}

	/** Named as orders of `World` are, unless said otherwise; a person's first name is the first word. */
	public function has_customer(
		CustomerRef $ref,
		string $email = '',
		string $reference = '',
		string $relation = 'client',
		string $siren = '',
		string $siret = '',
		string $name = '',
		string $vat = '',
	): void {
		$is_person = $ref->type === CustomerType::Individual;
		$name      = $name !== '' ? $name : ( $is_person ? 'Client Test' : 'Acme SARL' );
		$first     = $is_person && str_contains( $name, ' ' ) ? strstr( $name, ' ', true ) : '';

		$this->customers[ self::key( $ref ) ] = new RemoteCustomer(
			ref: $ref,
			relation: $relation,
			name: $name,
			email: $email,
			reference: $reference,
			siren: $siren,
			siret: $siret,
			vat_number: $vat,
			archived: false,
			first_name: (string) $first
		);
	}

	/** Somebody gives the customer another name in Sellsy, or archives it. */
	public function rename( CustomerRef $ref, string $name, bool $archived = false ): void {
		$this->change(
			$ref,
			[
				'name'     => $name,
				'archived' => $archived,
			]
		);
	}

	/** Somebody gives the customer the number of another company. */
	public function renumber( CustomerRef $ref, string $siren ): void {
		$this->change( $ref, [ 'siren' => $siren ] );
	}

	/** @param array<string, string|bool> $changes */
	private function change( CustomerRef $ref, array $changes ): void {
		$this->customers[ self::key( $ref ) ] = new RemoteCustomer(
			...[ ...get_object_vars( $this->customers[ self::key( $ref ) ] ), ...$changes ]
		);
	}

	public static function key( CustomerRef $ref ): string {
		return $ref->type->value . $ref->id;
	}

	/**
	 * Null: it is gone.
	 *
	 * @template T
	 * @param callable(): ?T $effect
	 * @return ?T
	 */
	public function read( string $method, callable $effect ): mixed {
		return RemoteFailure::null_when_gone( fn (): mixed => $this->request( $method, $effect ) );
	}

	/**
	 * @template T
	 * @param callable(): T $effect
	 * @return T
	 */
	public function request( string $method, callable $effect ): mixed {
		return $this->fate->call(
			function () use ( $method, $effect ): mixed {
				$this->calls[] = $method;
				if ( $this->each_call !== null ) {
					( $this->each_call )();
				}
				$is_deadly     = $method === $this->deadly;
				$this->deadly  = $is_deadly ? '' : $this->deadly;
				if ( $is_deadly && ! $this->deadly_after ) {
					$this->fate->die();
				}
				if ( $this->is_down ) {
					throw new RemoteFailure( FailureKind::NotSent, 0, $method );
				}
				$planned = $this->faults[ $method ] ?? [];
				[ $failure, $after ]      = array_shift( $planned ) ?? [ null, false ];
				$this->faults[ $method ] = $planned;
				if ( $failure !== null && ! $after ) {
					throw $failure;
				}
				$result = $effect();
				if ( $is_deadly ) {
					$this->fate->die();
				}
				if ( $failure !== null ) {
					throw $failure;
				}
				return $result;
			}
		);
	}

	public function count( string $method ): int {
		return count( array_keys( $this->calls, $method, true ) );
	}
}
