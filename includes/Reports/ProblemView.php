<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * A problem as the schema `problem-or-null` shows it.
 *
 * @phpstan-type ProblemAnswer array{
 *     code: string,
 *     // What happened and why.
 *     text: string,
 *     // What to do next.
 *     next_step: string,
 * }
 */
final class ProblemView {

	public function __construct( private readonly ProblemText $texts ) {}

	/**
	 * @param string $currency code of the order's; empty where nobody knows.
	 * @return ProblemAnswer|null
	 */
	public function view( ?Problem $problem, string $currency = '' ): ?array {
		return $problem === null ? null : $this->shown( $problem, $currency );
	}

	/**
	 * @param string $currency code of the order's; empty where nobody knows.
	 * @return ProblemAnswer
	 */
	public function shown( Problem $problem, string $currency = '' ): array {
		return [
			'code'      => $problem->code->value,
			'text'      => $this->texts->text( $problem, $currency ),
			'next_step' => $this->texts->next_step( $problem, $currency ),
		];
	}
}
