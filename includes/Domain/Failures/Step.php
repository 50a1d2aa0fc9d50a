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

	/** Of Sellsy. What it led to is a step of its own, or the outcome of the try. */
	public function is_good_answer(): bool {
		return $this->code === StepCode::Answered && str_starts_with( $this->fact( 'status' ), '2' );
	}

	public function fact( string $name ): string {
		return (string) ( $this->facts[ $name ] ?? '' );
	}
}
