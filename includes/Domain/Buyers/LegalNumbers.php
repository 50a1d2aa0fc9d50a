<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/**
 * SIREN, SIRET and VAT number of one company, without spaces, empty where there is none. A SIRET and a French VAT
 * number hold the SIREN.
 */
final class LegalNumbers {

	private function __construct(
		public readonly string $siren,
		public readonly string $siret,
		public readonly string $vat_number,
	) {}

	/** As typed or as Sellsy has them. What has not the form of a number counts as none. */
	public static function from_numbers( string $siren, string $siret, string $vat_number ): self {
		$siret = self::digits( $siret, 14 );
		$vat   = self::vat( $vat_number );
		$siren = match ( true ) {
			$siret !== ''                      => substr( $siret, 0, 9 ),
			self::digits( $siren, 9 ) !== ''   => self::digits( $siren, 9 ),
			str_starts_with( $vat, 'FR' )      => self::digits( substr( $vat, 4 ), 9 ),
			default                            => '',
		};
		return new self( $siren, $siret, $vat );
	}

	/**
	 * Where the numbers belong to several companies, the SIRET counts, else the SIREN. Those of other companies are
	 * left out.
	 *
	 * @return array{self, bool} and whether any was.
	 */
	public static function agreed( string $siren, string $siret, string $vat_number ): array {
		$numbers = self::from_numbers( $siren, $siret, $vat_number );
		$french  = $numbers->foreign() === '' ? substr( $numbers->vat_number, 4 ) : '';
		$fits    = ! self::differ( $french, $numbers->siren );
		$agreed  = new self( Siren::read( $numbers->siren ), $numbers->siret, $fits ? $numbers->vat_number : '' );
		return [ $agreed, ! $fits || self::differ( self::digits( $siren, 9 ), $numbers->siren ) ];
	}

	public function is_empty(): bool {
		return $this->siren === '' && $this->vat_number === '';
	}

	/** @return list<string> */
	public function all(): array {
		return array_values( array_diff( [ $this->siren, $this->siret, $this->vat_number ], [ '' ] ) );
	}

	/** By which a company is known beside its name: SIREN, else VAT number. */
	public function main(): string {
		return $this->siren !== '' ? $this->siren : $this->vat_number;
	}

	/** Equal or Never; Other where they say nothing, also of two that share a SIREN alone. */
	public function likeness( self $other ): Likeness {
		return match ( true ) {
			$this->siret !== '' && $this->siret === $other->siret => Likeness::Equal,
			self::differ( $this->siren, $other->siren ),
			self::differ( $this->siret, $other->siret ),
			$this->has_another_vat( $other ) => Likeness::Never,
			$this->foreign() !== '' && $this->foreign() === $other->foreign() => Likeness::Equal,
			default => Likeness::Other,
		};
	}

	/** The same SIREN, and not two sites of it. */
	public function shares_siren( self $other ): bool {
		return $this->siren !== '' && $this->siren === $other->siren && $this->likeness( $other ) !== Likeness::Never;
	}

	/** Of a country other than France. */
	public function foreign(): string {
		return str_starts_with( $this->vat_number, 'FR' ) ? '' : $this->vat_number;
	}

	/** Two French ones differ by their SIREN, which is compared already; keys may be written in two ways. */
	private function has_another_vat( self $other ): bool {
		return self::differ( $this->vat_number, $other->vat_number ) && $this->foreign() . $other->foreign() !== '';
	}

	private static function differ( string $one, string $other ): bool {
		return $one !== '' && $other !== '' && $one !== $other;
	}

	private static function digits( string $typed, int $length ): string {
		$digits = (string) preg_replace( '/[\s.\-\x{A0}\x{202F}]+/u', '', $typed );
		return preg_match( "/^\d{{$length}}$/", $digits ) === 1 ? $digits : '';
	}

	/** Of countries whose form is not known here as well: they begin with letters and hold digits. */
	private static function vat( string $typed ): string {
		$number = strtoupper( (string) preg_replace( '/[^0-9A-Za-z+*]+/', '', $typed ) );
		$known  = VatNumber::read( $number, '' );
		$looks  = preg_match( '/^(?!FR)[A-Z]{2,3}[0-9A-Z]*\d{4}[0-9A-Z]*$/', $number ) === 1;
		return $known === '' && $looks ? $number : $known;
	}
}
