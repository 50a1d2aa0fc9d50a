<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\StateRule;
use OrderInvoicer\Domain\Settings\Trigger;

/** What a file of settings names and this shop does not have: mostly it comes from another shop. */
final class StrangeSettings {

	/** @return list<string> sentences. */
	public function in( Settings $settings ): array {
		$known    = array_keys( wc_get_order_statuses() );
		$statuses = array_filter(
			array_unique( $this->statuses( $settings ) ),
			static fn ( string $status ): bool => ! in_array( "wc-$status", $known, true )
		);
		$rates    = array_filter(
			array_keys( $settings->tax_rates ),
			static fn ( int $id ): bool => \WC_Tax::_get_tax_rate( $id ) === null
		);
		return [
			...array_map( $this->no_status( ... ), array_values( $statuses ) ),
			...array_map( $this->no_rate( ... ), array_values( $rates ) ),
		];
	}

	/** @return list<string> all that are named. */
	private function statuses( Settings $settings ): array {
		$statuses = [ $settings->talk_back->proforma_accepted, $settings->talk_back->proforma_invoiced ];
		foreach ( $settings->states as $rule ) {
			$statuses[] = $rule->status === StateRule::SHIPPED ? '' : $rule->status;
		}
		foreach ( $settings->workflows as $workflow ) {
			foreach ( [ $workflow, ...$workflow->rules ] as $one ) {
				$is_status  = str_starts_with( $one->trigger->value, Trigger::STATUS );
				$statuses[] = $is_status ? substr( $one->trigger->value, strlen( Trigger::STATUS ) ) : '';
			}
		}
		return array_values( array_diff( $statuses, [ '' ] ) );
	}

	private function no_status( string $status ): string {
		return sprintf(
			/* translators: %s: an order status, such as at-the-warehouse. */
			__( 'This shop has no order status "%s": nothing happens by it.', 'orderinvoicer' ),
			$status
		);
	}

	private function no_rate( int $rate_id ): string {
		return sprintf(
			/* translators: %d: id of a tax rate. */
			__(
				'This shop has no tax rate with the id %d: the tax of Sellsy beside it is used for no order.',
				'orderinvoicer'
			),
			$rate_id
		);
	}
}
