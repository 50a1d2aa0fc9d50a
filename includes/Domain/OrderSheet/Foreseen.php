<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Settings\WorkflowSettings;

/** A document that an order does not have yet. */
final class Foreseen {

	/**
	 * @param WorkflowSettings  $workflow by which it would be made: what counts under the rule that takes the order.
	 * @param SheetRule|null    $rule     that rule; null where the kind has no rules.
	 * @param Problem|null      $problem  why nothing is made.
	 * @param bool              $is_undated it is to be paid, and "processing" says so without a date: on delivery.
	 * @param DocumentKind|null $after    the document of the same order that it waits for.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly Prospect $prospect,
		public readonly WorkflowSettings $workflow,
		public readonly ?Problem $problem = null,
		public readonly ?DocumentKind $after = null,
		public readonly ?SheetRule $rule = null,
		public readonly bool $is_undated = false,
	) {}

	/** Where the setting is that it waits for, as `ProblemTraits` has it; empty where it waits for none. */
	public function setting(): string {
		return match ( true ) {
			$this->prospect === Prospect::Nothing => $this->problem?->traits()->address() ?? '',
			$this->prospect === Prospect::Soon, $this->kind === DocumentKind::CreditNote => '',
			$this->rule === null                  => ProblemTraits::OF_KIND . 'trigger',
			default                               => ProblemTraits::OF_KIND . 'rules',
		};
	}
}
