<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainName;

/** The name of a company, without its legal form. One other letter or digit makes another name. */
final class CompanyName {

	private readonly string $key;

	/**
	 * @param list<string> $words without the legal form.
	 * @param string       $form  as one word, such as `sarl`; empty for none.
	 */
	private function __construct(
		public readonly array $words,
		public readonly string $form,
	) {
		$this->key = PlainName::join( $words );
	}

	public static function from_name( string $name ): self {
		return new self( ...LegalForm::split( PlainName::words( $name ) ) );
	}

	public function says_nothing(): bool {
		return $this->key === '';
	}

	/** The same for equal names and for no others. */
	public function normalised(): string {
		return $this->form === '' ? $this->key : "$this->key|$this->form";
	}

	/** Two different forms are never one company; where one is missing, it may be. */
	public function likeness( self $other ): Likeness {
		return match ( true ) {
			$this->says_nothing() || $this->key !== $other->key || $this->has_another_form( $other ) => Likeness::Other,
			$this->form === $other->form => Likeness::Equal,
			default => Likeness::Near,
		};
	}

	public function has_another_form( self $other ): bool {
		return $this->form !== '' && $other->form !== '' && $this->form !== $other->form;
	}
}
