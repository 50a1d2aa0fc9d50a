<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Order\ExemptSituation;

/** The lists among the settings. Null in, null out; an entry that cannot be read is left out. */
final class SettingsLists {

	/**
	 * @param array<int|string, int> $map
	 * @return list<array<string, int|string>>
	 */
	public function pairs( array $map, string $key, string $value ): array {
		$pairs = [];
		foreach ( $map as $local => $remote ) {
			$pairs[] = [
				$key   => $local,
				$value => $remote,
			];
		}
		return $pairs;
	}

	/**
	 * @param array<mixed>|null $pairs
	 * @return array<int, int>|null
	 */
	public function rates( ?array $pairs ): ?array {
		$rates = [];
		foreach ( $this->entries( $pairs ) as $values ) {
			$rate_id = $values->id( 'rate_id', null );
			$tax_id  = $values->id( 'tax_id', null );
			if ( $rate_id !== null && $tax_id !== null ) {
				$rates[ $rate_id ] = $tax_id;
			}
		}
		return $pairs === null ? null : $rates;
	}

	/**
	 * @param array<mixed>|null $pairs
	 * @return array<string, int>|null
	 */
	public function exemptions( ?array $pairs ): ?array {
		$exempt = [];
		foreach ( $this->entries( $pairs ) as $values ) {
			$situation = ExemptSituation::tryFrom( $values->text( 'situation', '' ) );
			$tax_id    = $values->id( 'tax_id', null );
			if ( $situation !== null && $tax_id !== null ) {
				$exempt[ $situation->value ] = $tax_id;
			}
		}
		return $pairs === null ? null : $exempt;
	}

	/**
	 * @param array<mixed>|null $pairs
	 * @return array<string, int>|null
	 */
	public function methods( ?array $pairs ): ?array {
		$methods = [];
		foreach ( $this->entries( $pairs ) as $values ) {
			$gateway   = $values->text( 'gateway', '' );
			$method_id = $values->id( 'method_id', null );
			if ( $gateway !== '' && $method_id !== null ) {
				$methods[ $gateway ] = $method_id;
			}
		}
		return $pairs === null ? null : $methods;
	}

	/**
	 * @param list<StateRule> $rules
	 * @return list<array<string, string>>
	 */
	public function states_to_array( array $rules ): array {
		return array_map(
			static fn ( StateRule $rule ): array => [
				'kind'   => $rule->kind->value,
				'status' => $rule->status,
				'state'  => $rule->state->value,
			],
			$rules
		);
	}

	/**
	 * @param array<mixed>|null $entries
	 * @return list<StateRule>|null
	 */
	public function states( ?array $entries ): ?array {
		$rules = [];
		foreach ( $this->entries( $entries ) as $values ) {
			$kind   = DocumentKind::tryFrom( $values->text( 'kind', '' ) );
			$status = $values->text( 'status', '' );
			$state  = DocumentState::tryFrom( $values->text( 'state', '' ) );
			if ( $kind !== null && $status !== '' && $state !== null && in_array( $state, DocumentState::states( $kind ), true ) ) {
				$rules[] = new StateRule( $kind, $status, $state );
			}
		}
		return $entries === null ? null : $rules;
	}

	/**
	 * @param array<mixed>|null $entries
	 * @return list<string>|null
	 */
	public function texts( ?array $entries ): ?array {
		return $entries === null ? null : array_values( array_filter( $entries, 'is_string' ) );
	}

	/**
	 * @param array<mixed>|null $entries
	 * @return list<Values>
	 */
	private function entries( ?array $entries ): array {
		return array_map( static fn ( array $entry ): Values => new Values( $entry ), array_values( array_filter( $entries ?? [], 'is_array' ) ) );
	}
}
