<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * Why something waits, stopped or was left out, as a code and facts; the sentence for people is made from it where it
 * is shown, in their language. Facts hold no personal data and no secrets.
 */
final class Problem {

	/**
	 * @param array<string, string|int> $facts what the sentence needs: amounts as decimal strings, names of rates, ids.
	 */
	public function __construct(
		public readonly ProblemCode $code,
		public readonly array $facts = [],
	) {}

	/** What its code is. */
	public function traits(): ProblemTraits {
		return ProblemTraits::traits( $this->code );
	}

	public function is( ProblemCode ...$codes ): bool {
		return in_array( $this->code, $codes, true );
	}

	/** The facts of both may differ. */
	public function is_like( self $other ): bool {
		return $this->code === $other->code;
	}

	/** @param array<string, string|int> $facts those that it does not have yet. */
	public function and( array $facts ): self {
		return new self( $this->code, $this->facts + $facts );
	}

	/** Empty when the fact is not known. */
	public function fact( string $name ): string {
		return (string) ( $this->facts[ $name ] ?? '' );
	}

	/** The order was edited, and its document could not follow. */
	public function is_about_an_edit(): bool {
		return $this->traits()->is_edit;
	}

	/** Of DiffersFromOrder: neither the total nor its VAT does, but something else. */
	public function is_of_the_same_amounts(): bool {
		return $this->has_same_total() && $this->fact( 'order_vat' ) === '';
	}

	/** Of CompanyAsked: what accepting would do is known. Nobody accepts what nobody can tell. */
	public function is_weighed(): bool {
		return $this->fact( 'after' ) !== '';
	}

	public function has_same_total(): bool {
		return $this->fact( 'document_total' ) !== ''
			&& $this->fact( 'order_total' ) === $this->fact( 'document_total' );
	}
}
