<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * What was paid and invoiced while nothing was recorded is offered once recording is switched on, with number and
 * total. Nothing of it is recorded unless a person says so; what is left is offered again. The other parts of an
 * order's payment follow the first (`PaymentRule`).
 */
final class RecordEarlier {

	/** Rows that one request opens. */
	private const MOST = 1000;

	public function __construct(
		private readonly UnrecordedPayments $payments,
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return list<UnrecordedPayment> none where nothing is offered. */
	public function offered(): array {
		$settings = $this->settings->get()->payments;
		return $settings->enabled && $settings->since !== null
			? $this->payments->before( $settings->since, self::MOST )
			: [];
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
		$now = $this->clock->now();
		foreach ( $offered as $payment ) {
			$key = new TaskKey( $payment->order_id, Effect::RecordPayment );
			$id  = $this->ledger->open( $key, $now, $payment->invoice_id, true ) ?? $id ?? null;
		}
		if ( isset( $id ) ) {
			$this->queue->wake( $id );
		}
		return count( $offered );
	}
}
