<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\Prospect;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Problems\ProblemText;

/** What will be made of an order, when, and why not yet. Plain text, to be escaped. */
final class OutlookText {

	public function __construct(
		private readonly ProblemText $problems,
		private readonly DocumentNames $names,
		private readonly RuleText $rules,
	) {}

	/** @return non-empty-list<string> whole sentences. */
	public function sentences( Foreseen $foreseen ): array {
		$rule = $foreseen->rule === null || $foreseen->problem?->code === ProblemCode::NoRule
			? []
			: [ $this->rules->takes( $foreseen->rule ) ];
		return [ ...$this->without_rule( $foreseen ), ...$rule ];
	}

	/** @return non-empty-list<string> */
	private function without_rule( Foreseen $foreseen ): array {
		$said = match ( $foreseen->prospect ) {
			Prospect::Soon    => __( 'It is made within the next minutes.', 'orderinvoicer' ),
			Prospect::Later   => $foreseen->kind === DocumentKind::CreditNote
				? __( 'As soon as a refund is entered and the invoice is final.', 'orderinvoicer' )
				: $this->when( $foreseen->workflow->trigger, $foreseen->is_undated ),
			Prospect::Passed  => __(
				'Not by itself: the order is already past the moment that your settings name for it.',
				'orderinvoicer'
			),
			Prospect::Nothing => __( 'Not by itself.', 'orderinvoicer' ),
		};
		return match ( $foreseen->prospect ) {
			Prospect::Nothing => $foreseen->problem === null ? [ $said ] : [ $said, $this->why( $foreseen->problem ) ],
			Prospect::Passed  => [ $said ],
			default           => [
				$said,
				...( $foreseen->after === null ? [] : [ $this->after( $foreseen->after ) ] ),
				$this->becomes( $foreseen->kind, $foreseen->workflow->finalise ),
			],
		};
	}

	private function when( Trigger $trigger, bool $is_undated ): string {
		return match ( $trigger->value ) {
			Trigger::CONFIRMED => __( 'As soon as the order is confirmed, paid or not.', 'orderinvoicer' ),
			Trigger::PAID      => ! $is_undated ? __( 'As soon as the order is paid.', 'orderinvoicer' ) : sprintf(
				/* translators: 1, 2: order statuses, such as Processing and Completed. */
				__(
					'As soon as the order is paid. “%1$s” does not say so where the money comes on delivery: “%2$s” does.',
					'orderinvoicer'
				),
				wc_get_order_status_name( 'processing' ),
				wc_get_order_status_name( 'completed' )
			),
			Trigger::SHIPPED   => __( 'As soon as the order is shipped.', 'orderinvoicer' ),
			Trigger::COMPLETED => __( 'As soon as the order is completed.', 'orderinvoicer' ),
			default            => sprintf(
				/* translators: %s: an order status. */
				__( 'As soon as the order has the status “%s”.', 'orderinvoicer' ),
				wc_get_order_status_name( substr( $trigger->value, strlen( Trigger::STATUS ) ) )
			),
		};
	}

	/** An order's status by its name, as people know it. */
	private function why( Problem $problem ): string {
		return $this->problems->text(
			$problem->code === ProblemCode::NoLongerTriggered
				? new Problem( $problem->code, [ 'status' => wc_get_order_status_name( $problem->fact( 'status' ) ) ] )
				: $problem
		);
	}

	private function after( DocumentKind $parent ): string {
		return sprintf(
			/* translators: %s: kind of document, such as Delivery note. */
			__( 'Before it comes: %s.', 'orderinvoicer' ),
			$this->names->kind( $parent )
		);
	}

	/** Draft or final. */
	public function becomes( DocumentKind $kind, Finalise $finalise ): string {
		$hours = $finalise->hours();
		return match ( true ) {
			! $kind->is_validated() => __( 'It is made as a draft.', 'orderinvoicer' ),
			$hours !== null         => sprintf(
				/* translators: %s: number of hours. */
				_n(
					'It is made as a draft and becomes final %s hour later.',
					'It is made as a draft and becomes final %s hours later.',
					$hours,
					'orderinvoicer'
				),
				number_format_i18n( $hours )
			),
			$finalise->value === Finalise::NOW     => __( 'It becomes final at once.', 'orderinvoicer' ),
			$finalise->value === Finalise::MAPPING => __(
				'It is made as a draft and becomes final once the order has the status that your settings name.',
				'orderinvoicer'
			),
			default => __( 'It is made as a draft, and you make it final.', 'orderinvoicer' ),
		};
	}
}
