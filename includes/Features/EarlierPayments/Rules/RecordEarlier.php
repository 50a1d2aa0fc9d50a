<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Payments\OpenEarlier;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * What was paid and invoiced while nothing was recorded is offered once recording is switched on, with number and
 * total. Nothing of it is recorded unless a person says so; what is left is offered again. The other parts of an
 * order's payment follow the first (`PaymentRule`).
 */
final class RecordEarlier implements PassPart {

	/** Rows of the report that are read at a time, and how often at most: in a visit of the page as in the pass. */
	private const ROWS  = 1000;
	private const PAGES = 5;

	/** How far the report was read since recording was switched on, and whether what was found is left. */
	private const KIND = 'earlier_payments';
	private const AT   = 'at';
	private const LEFT = 'left';

	private const OFFERS = ' offers';
	private const END    = ' end';

	public function __construct(
		private readonly UnrecordedPayments $payments,
		private readonly SettingsStore $settings,
		private readonly OpenEarlier $open,
		private readonly JobQueue $queue,
		private readonly RemoteIds $remote_ids,
		private readonly Clock $clock,
	) {}

	/** @return list<UnrecordedPayment> none where nothing is offered, or nothing has been found yet. */
	public function offered(): array {
		$since = $this->since();
		return $since === null ? [] : $this->look( $since, $this->looked_up_to( $since ) );
	}

	public function turn(): PassTurn {
		return PassTurn::EvenPaused;
	}

	/** In the pass: what is far back is found, and once a day what the shop has learnt since. */
	public function run(): void {
		$since = $this->since();
		if ( $since !== null && ! $this->rests_today( $since ) ) {
			$this->look( $since, $this->goes_on_at( $since ) );
		}
	}

	/**
	 * A person wants none of them recorded. Whoever switches recording off and on again is asked anew.
	 *
	 * @param string $seen as `record()` has it.
	 * @return bool false: it is otherwise by now, nothing is done.
	 */
	public function leave( string $seen ): bool {
		$since   = $this->since();
		$offered = $this->offered();
		if ( $since === null || $offered === [] || self::mark( $offered ) !== $seen ) {
			return false;
		}
		$this->keep_left( $since );
		return true;
	}

	/** Null: nothing is to be offered. */
	private function since(): ?\DateTimeImmutable {
		$settings = $this->settings->get()->payments;
		return ! $settings->enabled || $settings->since === null || $this->is_left( $settings->since )
			? null
			: $settings->since;
	}

	/**
	 * Up to the first that are offered, nothing is: it is not read again today.
	 *
	 * @return list<UnrecordedPayment>
	 */
	private function look( \DateTimeImmutable $since, int $at ): array {
		$found = [];
		$end   = $at;
		$pages = 0;
		do {
			++$pages;
			$page      = $this->payments->page( $since, $end, self::ROWS );
			$end       = $page->last;
			$found     = [ ...$found, ...$page->payments ];
			$at        = $found === [] ? $end : $at;
			$is_enough = $page->is_last || count( $found ) >= self::ROWS;
		} while ( ! $is_enough && $pages < self::PAGES );
		$this->keep_place( $since, $at, $found !== [], $page->is_last );
		return $found;
	}

	/**
	 * What a person was shown, to be sent back.
	 *
	 * @param list<UnrecordedPayment> $offered
	 */
	public static function mark( array $offered ): string {
		return count( $offered ) . ':' . implode(
			',',
			array_map(
				static fn ( string $currency, int $sum ): string => "$sum $currency",
				array_keys( self::sums( $offered ) ),
				self::sums( $offered )
			)
		);
	}

	/**
	 * @param list<UnrecordedPayment> $offered
	 * @return array<string, int> minor units by currency.
	 */
	public static function sums( array $offered ): array {
		$sums = [];
		foreach ( $offered as $payment ) {
			$sums[ $payment->currency ] = ( $sums[ $payment->currency ] ?? 0 ) + $payment->total;
		}
		return $sums;
	}

	/**
	 * @param string $seen the mark of what the person saw.
	 * @return int|null how many go to the queue; null where it is otherwise by now: nothing is done.
	 */
	public function record( string $seen ): ?int {
		$offered = $this->offered();
		if ( $offered === [] || self::mark( $offered ) !== $seen ) {
			return null;
		}
		foreach ( $offered as $payment ) {
			$id = $this->open->open( $payment->order_id, '', $payment->invoice_id ) ?? $id ?? null;
		}
		if ( isset( $id ) ) {
			$this->queue->wake( $id );
		}
		return count( $offered );
	}

	/** The row up to which nothing is offered. */
	private function looked_up_to( \DateTimeImmutable $since ): int {
		return $this->is_of( $since ) ? ( $this->known()['id'] ?? 1 ) - 1 : 0;
	}

	/** Where to go on: at the beginning, once it has come to the end on another day. */
	private function goes_on_at( \DateTimeImmutable $since ): int {
		return str_ends_with( $this->known()['type'] ?? '', self::END ) ? 0 : $this->looked_up_to( $since );
	}

	/** Today nothing more is looked for: all is read, or something is offered. */
	private function rests_today( \DateTimeImmutable $since ): bool {
		$today = $this->type( $since );
		return in_array( $this->known()['type'] ?? '', [ $today . self::OFFERS, $today . self::END ], true );
	}

	/** @param bool $offers what comes right after that row. */
	private function keep_place( \DateTimeImmutable $since, int $at, bool $offers, bool $is_end ): void {
		$known = $this->known();
		$type  = $this->type( $since ) . ( $offers ? self::OFFERS : ( $is_end ? self::END : '' ) );
		if ( $known === null || $known['id'] !== $at + 1 || $known['type'] !== $type ) {
			$this->remote_ids->remember( self::KIND, self::AT, $type, $at + 1 );
		}
	}

	private function keep_left( \DateTimeImmutable $since ): void {
		$this->remote_ids->remember( self::KIND, self::LEFT, 'since', $since->getTimestamp() );
	}

	private function is_left( \DateTimeImmutable $since ): bool {
		return ( $this->remote_ids->known( self::KIND, self::LEFT )['id'] ?? 0 ) === $since->getTimestamp();
	}

	private function is_of( \DateTimeImmutable $since ): bool {
		return str_starts_with( $this->known()['type'] ?? '', "{$since->getTimestamp()} " );
	}

	private function type( \DateTimeImmutable $since ): string {
		return "{$since->getTimestamp()} {$this->clock->now()->format( 'Y-m-d' )}";
	}

	/** @return array{type: string, id: int, origin: string}|null */
	private function known(): ?array {
		return $this->remote_ids->known( self::KIND, self::AT );
	}
}
