<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** Sentences for one group of problems; null for every problem of another group. Plain text, escaped where it is shown. */
interface Texts {

	/** What happened and why. */
	public function text( Problem $problem ): ?string;

	/** What to do next. */
	public function next_step( Problem $problem ): ?string;
}
