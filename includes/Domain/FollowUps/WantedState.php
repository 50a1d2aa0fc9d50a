<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\Shipped;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\StateRule;

/** The state that a document of this order should have by the owner's mapping. */
final class WantedState {

	/** When several rules fit an order, what cannot be taken back in real life counts: the last of these. */
	private const ORDER = [
		DocumentState::Draft,
		DocumentState::Sent,
		DocumentState::Shipped,
		DocumentState::Cancelled,
	];

	/** Null: no rule fits. Becoming final is no matter of this: `FinaliseRule` sees to it. */
	public static function state( DocumentKind $kind, OrderSnapshot $order, Settings $settings ): ?DocumentState {
		return self::in_status( $kind, $order, $order->status, $settings );
	}

	/** @param string $status that the order is in, or will be. */
	public static function in_status(
		DocumentKind $kind,
		OrderSnapshot $order,
		string $status,
		Settings $settings
	): ?DocumentState {
		$fitting = [];
		foreach ( $settings->states as $rule ) {
			$fits = $rule->status === $status
				|| (
					$rule->status === StateRule::SHIPPED
					&& Shipped::is( $status, $order->delivery, $settings )
				);
			if ( $rule->kind === $kind && $fits ) {
				$fitting[] = $rule->state;
			}
		}
		$wanted = array_filter(
			self::ORDER,
			static fn ( DocumentState $state ): bool => in_array( $state, $fitting, true )
		);
		return $wanted === [] ? null : end( $wanted );
	}
}
