<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** The pattern and the longest length are for who enters it: what is stored already is read as it stands. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Text implements Field {

	/**
	 * @param class-string<\Stringable>|null $as      the value is an object of this class, made of the text.
	 * @param bool                           $is_free the owner's own words: no diagnosis shows them.
	 */
	public function __construct(
		private readonly string $default = '',
		private readonly ?int $shortest = null,
		private readonly ?int $longest = null,
		private readonly ?string $pattern = null,
		private readonly ?string $as = null,
		public readonly bool $is_free = false,
		private readonly string $description = '',
	) {}

	public function default(): string|\Stringable {
		return $this->value( $this->default );
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return is_string( $stored ) && strlen( $stored ) >= (int) $this->shortest ? $this->value( $stored ) : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value instanceof \Stringable ? (string) $value : $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[
				'type'      => 'string',
				'minLength' => $this->shortest,
				'maxLength' => $this->longest,
				'pattern'   => $this->pattern,
			]
		);
	}

	private function value( string $text ): string|\Stringable {
		return $this->as === null ? $text : new $this->as( $text );
	}
}
