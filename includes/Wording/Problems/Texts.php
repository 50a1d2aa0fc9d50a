<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * Sentences for one group of problems; null for every problem of another group. Plain text, escaped where it is shown.
 */
interface Texts {

	/** What a cause is called where several orders stopped for it; null also where none does. */
	public function title( ProblemCode $code ): ?string;

	/** What happened and why. */
	public function text( Problem $problem ): ?string;

	/** What to do next. */
	public function next_step( Problem $problem ): ?string;
}
