<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;

/** The rule of a document, or the one that takes the order. Only of kinds that have rules. */
final class SheetRule {

	/** @param Rule|null $rule null for all other orders, for none, where nobody knows, and for one that is gone. */
	private function __construct(
		public readonly int $id,
		public readonly ?Rule $rule,
	) {}

	/** Null where the kind has one rule alone: there is nothing to say. */
	public static function of( DocumentKind $kind, int $id, Settings $settings ): ?self {
		$workflow = $settings->workflow( $kind );
		return $workflow->has_rules() || ! $workflow->others ? new self( $id, $workflow->find( $id ) ) : null;
	}

	public function was_taken_away(): bool {
		return $this->rule === null && ! in_array( $this->id, [ Rule::OTHERS, Rule::UNSURE, Rule::NONE ], true );
	}
}
