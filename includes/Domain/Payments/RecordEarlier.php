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

	/** Rows that one request opens. */
	private const MOST = 1000;

	public function __construct(
		private readonly UnrecordedPayments $payments,
		private readonly SettingsStore $settings,
		private readonly OpenEarlier $open,
		private readonly JobQueue $queue,
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
		foreach ( $offered as $payment ) {
			$id = $this->open->open( $payment->order_id, '', $payment->invoice_id ) ?? $id ?? null;
		}
		if ( isset( $id ) ) {
			$this->queue->wake( $id );
		}
		return count( $offered );
	}
}
