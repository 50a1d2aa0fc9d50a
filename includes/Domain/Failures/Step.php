<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** One step of a try as a code and facts, neither personal data nor secrets; the sentence is made where it is shown. */
final class Step {

	/** @param array<string, string|int> $facts */
	public function __construct(
		public readonly StepCode $code,
		public readonly array $facts = [],
	) {}

	public function fact( string $name ): string {
		return (string) ( $this->facts[ $name ] ?? '' );
	}
}
