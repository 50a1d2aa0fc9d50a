<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Schema;
use OrderInvoicer\Domain\Settings\Fields\Text;

/** One entry of the list of states. A state that Sellsy does not know for the kind cannot be read. */
final class StateRuleField implements Field {

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		$kind   = DocumentKind::tryFrom( self::text( $stored, 'kind' ) );
		$status = self::text( $stored, 'status' );
		$state  = DocumentState::tryFrom( self::text( $stored, 'state' ) );
		$known  = $kind === null ? [] : DocumentState::states( $kind );
		$reads  = $kind !== null && $status !== '' && $state !== null && in_array( $state, $known, true );
		return $reads ? new StateRule( $kind, $status, $state ) : $now;
	}

	private static function text( mixed $stored, string $name ): string {
		$text = is_array( $stored ) ? $stored[ $name ] ?? '' : '';
		return is_string( $text ) ? $text : '';
	}

	/** @return array<string, string> */
	public function stored( mixed $value ): array {
		return ! $value instanceof StateRule ? [] : [
			'kind'   => $value->kind->value,
			'status' => $value->status,
			'state'  => $value->state->value,
		];
	}

	public function schema(): array {
		$status = 'An order status without wc-, or shipped: by the signs in shipped.';
		return Schema::closed(
			[
				'kind'   => new Choice( DocumentKind::class ),
				'status' => new Text( pattern: '^[a-z0-9_-]{1,40}$', description: $status ),
				'state'  => new Choice( DocumentState::class ),
			]
		);
	}
}
