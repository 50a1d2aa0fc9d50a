<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\SavedOrder;
use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Tests\Unit\World\Fate;

/** The shop's side of the engine. */
final class FakeShop implements
	Orders,
	SavedOrders,
	OrderEvents,
	OrderLinks,
	SettingsStore,
	JobQueue,
	AttemptLog,
	Logger,
	Site,
	PaidOrders,
	Trail {

	/** @var list<int> orders that became paid because Sellsy said so. */
	public array $paid = [];

	/** @var array<int, OrderSnapshot> */
	public array $orders = [];

	/** Edited orders cannot be listed. */
	public bool $is_broken = false;

	/** @var list<array{int, \DateTimeImmutable}> rows that will be woken then. */
	public array $planned = [];

	/** @var list<int> orders that cannot be read: an amount is no number, or `$damage` says why. */
	public array $damaged       = [];
	public ?\Throwable $damage = null;

	/** @var array<int, list<\OrderInvoicer\Domain\Order\RefundSnapshot>> by order id. */
	public array $refunds = [];

	/** @var array<int, \DateTimeImmutable> when orders were saved last. */
	public array $changed                  = [];

	/** @var list<int> orders that the database does not hand out. */
	public array $refused = [];

	/** What code of other plugins throws while refunds or the state of an order are read. */
	public ?\Throwable $other_code = null;

	/** What the database says where orders are asked for by their parent. */
	public ?\Throwable $no_children = null;

	/** Seconds that reading an order takes. */
	public int $slow = 0;

	/** @var list<int> orders that a filter keeps from us. */
	public array $not_followed = [];

	/** @var array<int, string> of the order's invoice. */
	public array $urls = [];

	/** @var list<string> */
	public array $notes = [];

	/** @var array<string, Problem> as noted, each once. */
	public array $problems = [];

	/** @var list<int> */
	public array $woken = [];

	/** @var list<array{task: int, attempt: int, outcome: string, code: string}> */
	public array $tries = [];

	/** @var list<Step> of the last try. */
	public array $steps = [];

	/** @var list<string> */
	public array $errors        = [];

	/** @var list<string> */
	public array $infos         = [];
	public string $address      = 'shop.example.com';
	public string $known        = 'shop.example.com';

	/** Empty: each address has its own, as copies do. */
	public string $database = '';
	public string $home     = 'shop.example.com';
	public string $known_sellsy = 'account-1';

	/** Null: it was connected by an earlier release. */
	public ?\DateTimeImmutable $known_since = null;
	public Settings $settings;
	public ?\DateTimeImmutable $mended_at = null;

	public function __construct(
		private readonly Fate $fate,
		private readonly FakeClock $clock,
	) {}

	public function snapshot( int $order_id ): ?OrderSnapshot {
		$this->clock->advance( $this->slow );
		if ( in_array( $order_id, $this->damaged, true ) ) {
			throw $this->damage ?? new \InvalidArgumentException( 'Not a plain decimal number.' );
		}
		return $this->fate->call( fn(): ?OrderSnapshot => $this->orders[ $order_id ] ?? null );
	}

	public function url( int $order_id, DocumentKind $kind ): string {
		return $kind === DocumentKind::Invoice ? $this->urls[ $order_id ] ?? '' : '';
	}

	public function snapshots( array $order_ids ): array {
		return array_filter( array_map( $this->snapshot( ... ), array_combine( $order_ids, $order_ids ) ) );
	}

	public function children( int $order_id ): array {
		if ( $this->no_children !== null ) {
			throw $this->no_children;
		}
		return $this->fate->call(
			fn (): array => array_values(
				array_column(
					array_filter(
						$this->orders,
						static fn ( OrderSnapshot $order ): bool => $order->kin->parent_id === $order_id
					),
					'id'
				)
			)
		);
	}

	public function refunds( int $order_id ): array {
		return $this->other_code === null ? $this->refunds[ $order_id ] ?? [] : throw $this->other_code;
	}

	public function after( SavedOrder $last, \DateTimeImmutable $until, int $limit ): array {
		if ( $this->is_broken ) {
			throw new \RuntimeException( 'Another plugin broke it.' );
		}
		$saved = [];
		foreach ( $this->changed as $id => $at ) {
			if ( $at <= $until && ( [ $at, $id ] > [ $last->at, $last->id ] ) ) {
				$saved[] = new SavedOrder( $at, $id, 0, $this->orders[ $id ]->kin->parent_id ?? 0 );
			}
		}
		usort( $saved, static fn ( SavedOrder $a, SavedOrder $b ): int => [ $a->at, $a->id ] <=> [ $b->at, $b->id ] );
		return array_slice( $saved, 0, $limit );
	}

	public function are_there( array $ids ): array {
		$there = array_column( array_merge( ...array_values( $this->refunds ) ), 'id' );
		return array_values( array_intersect( $ids, [ ...$there, ...array_keys( $this->orders ) ] ) );
	}

	public function attach( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void {
		$this->fate->call(
			function () use ( $order_id, $document ): void {
				if ( $document->kind === DocumentKind::Invoice ) {
					$this->urls[ $order_id ] = "https://sellsy.example.com/{$document->id}";
				}
				$this->keep_note( "$order_id attached {$document->id}" );
			}
		);
	}

	public function finish_payment( int $order_id ): bool {
		return false;
	}

	public function is_followed( int $order_id ): bool {
		return ! in_array( $order_id, $this->not_followed, true );
	}

	public function standing( int $order_id ): ?OrderEvent {
		if ( in_array( $order_id, $this->refused, true ) ) {
			throw new \RuntimeException( 'The database refused.' );
		}
		if ( $this->other_code !== null ) {
			throw $this->other_code;
		}
		return in_array( $order_id, $this->not_followed, true ) || ! isset( $this->orders[ $order_id ] )
			? null
			: $this->event( $order_id, OrderEvent::STATUS, '' );
	}

	public function event( int $order_id, string $kind, string $from, int $refund_id = 0 ): OrderEvent {
		$order = $this->orders[ $order_id ];
		return new OrderEvent(
			order_id: $order_id,
			kind: $kind,
			to: $order->status,
			is_paid: true,
			created_at: $order->created_at,
			urls: [ 'invoice' => $this->urls[ $order_id ] ?? '' ],
			has_date_paid: true,
			refund_id: $refund_id,
			traits: $this->settings->has_rules() ? OrderTraits::of( $order ) : null,
			parent_id: $order->kin->parent_id,
			moments: new OrderMoments(
				created_at: $order->created_at,
				paid_at: $order->paid_at,
				completed_at: null,
				shipped_at: null,
				from: $from
			)
		);
	}

	public function detach( int $order_id, DocumentKind $kind, int $document_id, int $left, int $refund_id = 0 ): void {
		if ( ( $this->urls[ $order_id ] ?? '' ) === "https://sellsy.example.com/$document_id" ) {
			$this->urls[ $order_id ] = "https://sellsy.example.com/$left";
			$this->urls              = array_filter(
				$this->urls,
				static fn ( string $url ): bool => $url !== 'https://sellsy.example.com/0'
			);
		}
		$this->keep_note( "$order_id detached $document_id, shows $left" );
	}

	public function note_finalised( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void {
		$this->fate->call( fn() => $this->keep_note( "$order_id finalised {$document->number}" ) );
	}

	public function note_noticed( int $order_id, RemoteDocument $document, Noticed $noticed ): void {
		$this->fate->call( fn() => $this->keep_note( "$order_id {$noticed->value} {$document->number}" ) );
	}

	/** @var list<string> order and the status that it came into by a proforma. */
	public array $moved       = [];
	public int $asked_to_move = 0;

	/** WooCommerce, or other code of the site, lets no order come into another status. */
	public bool $refuses_status = false;

	/** Runs while an order becomes paid, once. */
	public ?\Closure $meanwhile = null;

	/** Hears which order became paid, as WooCommerce's listeners do. */
	public ?\Closure $is_paid_by_sellsy = null;

	public function awaits_payment( int $order_id ): bool {
		$order = $this->orders[ $order_id ] ?? null;
		return $order?->paid_at === null && (
			$order?->payment->is_accepted === true
				? ! in_array( $order->status, [ 'cancelled', 'refunded' ], true )
				: in_array( $order?->status, [ 'pending', 'on-hold', 'failed' ], true )
		);
	}

	public function move( int $order_id, string $status, DocumentKind $kind, string $number ): bool {
		return $this->fate->call(
			function () use ( $order_id, $status ): bool {
				++$this->asked_to_move;
				if ( $this->refuses_status ) {
					return false;
				}
				$this->moved[]             = "$order_id $status";
				$is_accepted               = in_array( $status, [ 'processing', 'completed' ], true );
				$this->orders[ $order_id ] = new OrderSnapshot(
					...[
						...get_object_vars( $this->orders[ $order_id ] ),
						'status'  => $status,
						'payment' => $this->payment( $order_id, $is_accepted ),
					]
				);
				return true;
			}
		);
	}

	public function is_doubtful( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): bool {
		if ( in_array( $order_id, $this->damaged, true ) ) {
			throw $this->damage ?? new \InvalidArgumentException( 'Not a plain decimal number.' );
		}
		$paid_at = $this->orders[ $order_id ]->paid_at ?? null;
		return $paid_at !== null && $paid_at >= $from && $paid_at <= $until;
	}

	public function doubt( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): void {
		$this->fate->call( static fn () => null ); // A dead process writes nothing.
		if ( $this->is_doubtful( $order_id, $from, $until ) ) {
			$this->orders[ $order_id ] = new OrderSnapshot(
				...[
					...get_object_vars( $this->orders[ $order_id ] ),
					'paid_at' => null,
					'payment' => $this->payment( $order_id, is_accepted: true ),
				]
			);
		}
	}

	public function believe( int $order_id, \DateTimeImmutable $paid_at ): bool {
		if ( ! $this->orders[ $order_id ]->payment->is_accepted ) {
			return false;
		}
		$this->orders[ $order_id ] = new OrderSnapshot(
			...[
				...get_object_vars( $this->orders[ $order_id ] ),
				'paid_at' => $paid_at,
				'payment' => $this->payment( $order_id, is_accepted: false ),
			]
		);
		return true;
	}

	private function payment( int $order_id, bool $is_accepted ): OrderPayment {
		return new OrderPayment(
			...[
				...get_object_vars( $this->orders[ $order_id ]->payment ),
				'is_accepted' => $is_accepted,
			]
		);
	}

	public function pay( int $order_id, \DateTimeImmutable $paid_at, RemoteDocument $document ): bool {
		if ( ! $this->awaits_payment( $order_id ) ) {
			return true;
		}
		return $this->fate->call(
			function () use ( $order_id, $paid_at ): bool {
				if ( $this->refuses_status ) {
					return false;
				}
				$meanwhile       = $this->meanwhile;
				$this->meanwhile = null;
				$meanwhile === null || $meanwhile();
				$this->paid[]              = $order_id;
				$this->orders[ $order_id ] = new OrderSnapshot(
					...[
						...get_object_vars( $this->orders[ $order_id ] ),
						'paid_at' => $paid_at,
						'status'  => $this->orders[ $order_id ]->payment->is_accepted
							? $this->orders[ $order_id ]->status
							: 'processing',
						'payment' => $this->payment( $order_id, is_accepted: false ),
					]
				);
				$this->is_paid_by_sellsy === null || ( $this->is_paid_by_sellsy )( $order_id );
				return true;
			}
		);
	}

	/** @var list<string> orders and their problems as other code is told of them: the same once in a row. */
	public array $told = [];

	public function note_problem( int $order_id, Problem $problem ): void {
		$says = "$order_id {$problem->code->value}";
		if ( end( $this->told ) !== $says ) {
			$this->told[] = $says;
		}
		$this->keep_note( "$order_id {$problem->code->value}" );
		$this->problems[ serialize( [ $order_id, $problem ] ) ] = $problem;
	}

	public function get(): Settings {
		return $this->settings;
	}

	public function save( Settings $settings ): void {
		$this->settings = $settings;
	}

	public function mended_at(): ?\DateTimeImmutable {
		return $this->mended_at;
	}

	public function mended( \DateTimeImmutable $now ): void {
		$this->mended_at = $now;
	}

	public function wake( int $task_id ): void {
		$this->fate->call(
			function () use ( $task_id ): void {
				$this->woken[] = $task_id;
			}
		);
	}

	/** Runners that were started for something to be read. */
	public int $started = 0;

	public function start(): void {
		++$this->started;
	}

	public function once_answered( string $name, \Closure $act ): void {
		$act();
	}

	/** Action Scheduler plans nothing. */
	public bool $plans_nothing = false;

	public function wake_at( int $task_id, \DateTimeImmutable $at ): bool {
		return $this->fate->call(
			function () use ( $task_id, $at ): bool {
				$this->planned[] = [ $task_id, $at ];
				return ! $this->plans_nothing;
			}
		);
	}

	public function add(
		int $task_id,
		int $attempt,
		\DateTimeImmutable $at,
		string $outcome,
		?Problem $problem,
	): void {
		$this->fate->call(
			function () use ( $task_id, $attempt, $outcome, $problem ): void {
				$this->tries[] = [
					'task'    => $task_id,
					'attempt' => $attempt,
					'outcome' => $outcome,
					'code'    => $problem->code->value ?? '',
				];
			}
		);
	}

	public function begin(): void {
		$this->steps = [];
	}

	public function note( Step $step ): void {
		$this->steps[] = $step;
	}

	public function for_task( int $task_id ): array {
		return [];
	}

	public function prune( \DateTimeImmutable $before ): void {}

	public function debug( string $message, array $context = [] ): void {}

	public function info( string $message, array $context = [] ): void {
		$this->infos[] = $message . ' ' . json_encode( $context );
	}

	public function error( string $message, array $context = [], ?\Throwable $error = null ): void {
		$said           = $error === null ? $context : $context + [ 'error' => $error::class ];
		$this->errors[] = $message . ' ' . json_encode( $said );
	}

	public function address(): string {
		return $this->address;
	}

	public function known_address(): string {
		return $this->known;
	}

	public function known_account(): string {
		return $this->known_sellsy;
	}

	public function known_since(): ?\DateTimeImmutable {
		return $this->known_since;
	}

	public function is_at_home(): bool {
		return $this->home === $this->database();
	}

	public function settle(): void {
		$this->home = $this->database();
	}

	private function database(): string {
		return $this->database === '' ? $this->address : $this->database;
	}

	public function remember( string $address, string $account, ?\DateTimeImmutable $at = null ): void {
		$this->settle();
		$this->known        = $address;
		$this->known_sellsy = $account;
		$this->known_since  = $at;
	}

	private function keep_note( string $note ): void {
		if ( ! in_array( $note, $this->notes, true ) ) {
			$this->notes[] = $note;
		}
	}
}
