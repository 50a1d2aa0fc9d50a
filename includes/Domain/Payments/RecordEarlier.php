<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * What was paid and invoiced while nothing was recorded is offered once recording is switched on, with number and
 * total. Nothing of it is recorded unless a person says so; what is left is offered again. The other parts of an
 * order's payment follow the first (`PaymentRule`).
 */
final class RecordEarlier {

	/** Rows of the report that are read at a time, and how often at most: in a visit of the page as in the pass. */
	private const ROWS  = 1000;
	private const PAGES = 5;

	public function __construct(
		private readonly UnrecordedPayments $payments,
		private readonly SettingsStore $settings,
		private readonly OpenEarlier $open,
		private readonly JobQueue $queue,
		private readonly EarlierWalk $walk,
	) {}

	/** @return list<UnrecordedPayment> none where nothing is offered, or nothing has been found yet. */
	public function offered(): array {
		$since = $this->since();
		return $since === null ? [] : $this->look( $since, $this->walk->at( $since ) );
	}

	/** In the pass: what is far back is found, and once a day what the shop has learnt since. */
	public function look_again(): void {
		$since = $this->since();
		if ( $since !== null && ! $this->walk->rests( $since ) ) {
			$this->look( $since, $this->walk->next( $since ) );
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
		$this->walk->leave( $since );
		return true;
	}

	/** Null: nothing is to be offered. */
	private function since(): ?\DateTimeImmutable {
		$settings = $this->settings->get()->payments;
		return ! $settings->enabled || $settings->since === null || $this->walk->is_left( $settings->since )
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
		$this->walk->came( $since, $at, $found !== [], $page->is_last );
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
}
