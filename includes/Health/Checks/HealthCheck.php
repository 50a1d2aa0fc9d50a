<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

/** One question about the shop. It asks nobody outside and is quick: people wait for it. */
interface HealthCheck {

	/** A code, the same in every language. */
	public function name(): string;

	/** What this check looks at, before its result is known. */
	public function label(): string;

	public function verdict(): Verdict;
}
