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
		$values = new Values( is_array( $stored ) ? $stored : [] );
		$kind   = DocumentKind::tryFrom( $values->text( 'kind', '' ) );
		$status = $values->text( 'status', '' );
		$state  = DocumentState::tryFrom( $values->text( 'state', '' ) );
		$known  = $kind === null ? [] : DocumentState::states( $kind );
		$reads  = $kind !== null && $status !== '' && $state !== null && in_array( $state, $known, true );
		return $reads ? new StateRule( $kind, $status, $state ) : $now;
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
