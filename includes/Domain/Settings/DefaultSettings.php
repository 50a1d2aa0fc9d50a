<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;

/** Before the owner said anything: nothing is switched on, and what would be made stays a draft. */
final class DefaultSettings {

	/** Minor units. Of realistic orders one in a thousand needs more. */
	private const ROUNDING_CAP = 5;

	public function settings( string $shop_code, string $subject ): Settings {
		$workflows = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$workflows[ $kind->value ] = new WorkflowSettings( false, new Trigger( $this->trigger( $kind ) ), '', new Finalise( Finalise::MANUAL ), false, null, null, null, null, $subject, '' );
		}
		return new Settings(
			$shop_code,
			$workflows,
			new PaymentSettings( false, false, [] ),
			new RefundSettings( RefundSettings::CREDIT, false ),
			$this->states(),
			[],
			new ItemSettings( true, true, ItemSettings::LEAVE, ItemSettings::PARENT, false, null ),
			false,
			'',
			self::ROUNDING_CAP,
			[],
			[],
			null,
			false,
			false,
		);
	}

	private function trigger( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Invoice, DocumentKind::CreditNote => Trigger::PAID,
			DocumentKind::Delivery => Trigger::SHIPPED,
			default => Trigger::CONFIRMED,
		};
	}

	/** @return list<StateRule> */
	private function states(): array {
		$rules = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$known = DocumentState::states( $kind );
			foreach ( $this->defaults() as $status => $state ) {
				if ( in_array( $state, $known, true ) ) {
					$rules[] = new StateRule( $kind, $status, $state );
				}
			}
		}
		return $rules;
	}

	/** @return array<string, DocumentState> by order status. */
	private function defaults(): array {
		return [
			'pending'           => DocumentState::Draft,
			'on-hold'           => DocumentState::Draft,
			StateRule::SHIPPED  => DocumentState::Shipped,
			'completed'         => DocumentState::Finalised,
		];
	}
}
