<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;

/** What holds until the owner chooses: nothing is switched on, and documents would stay drafts. */
final class DefaultSettings {

	public function __construct( private readonly SettingsArray $arrays = new SettingsArray() ) {}

	/** What is declared at the settings, and what depends on the shop or on the kind of document. */
	public function settings( string $shop_code ): Settings {
		$of_kinds = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$of_kinds[ $kind->value ] = [ 'trigger' => $this->trigger( $kind ) ];
		}
		return $this->arrays->merged(
			$this->arrays->declared(),
			[
				'shop_code' => $shop_code,
				'states'    => $this->states(),
			] + $of_kinds
		);
	}

	private function trigger( DocumentKind $kind ): string {
		return match ( $kind ) {
			DocumentKind::Invoice, DocumentKind::CreditNote => Trigger::PAID,
			DocumentKind::Delivery => Trigger::SHIPPED,
			default => Trigger::CONFIRMED,
		};
	}

	/** @return list<array<string, string>> of those that Sellsy knows for the kind. */
	private function states(): array {
		$rules = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$known = DocumentState::states( $kind );
			foreach ( $this->defaults() as $status => $state ) {
				if ( in_array( $state, $known, true ) ) {
					$rules[] = [
						'kind'   => $kind->value,
						'status' => $status,
						'state'  => $state->value,
					];
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
