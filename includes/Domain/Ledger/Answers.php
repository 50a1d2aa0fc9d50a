<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * What a person has read of a row's questions, and said. It stays said whatever goes wrong before the row is worked,
 * while the row's problem says what went wrong last. An answer is to the very facts that were read.
 */
final class Answers {

	private const GO_ON = 'g';
	private const DO_IT = 'd';

	/** More than a row asks; the oldest give way. */
	private const MOST = 8;

	/** @param array<string, string> $said a mark of what was read and said, by problem code; the newest last. */
	public function __construct( private readonly array $said = [] ) {}

	/** @param string $text as stored; what a newer release wrote otherwise is no answer. */
	public static function read( string $text ): self {
		$said = json_decode( $text, true );
		// @phpstan-ignore argument.type (texts by texts)
		return new self( is_array( $said ) ? array_filter( $said, is_string( ... ) ) : [] );
	}

	/** @param bool $is_done the person wants done what the question offers; otherwise the row just goes on. */
	public function with( Problem $question, bool $is_done ): self {
		$said = $this->said;
		unset( $said[ $question->code->value ] );
		$said[ $question->code->value ] = ( $is_done ? self::DO_IT : self::GO_ON ) . self::mark( $question );
		return new self( array_slice( $said, -self::MOST ) );
	}

	/** For what may be asked in the same words once more. */
	public function without( ProblemCode $code ): self {
		return new self( array_diff_key( $this->said, [ $code->value => '' ] ) );
	}

	/** The person read just this, and has the row go on. */
	public function know( Problem $question ): bool {
		return $this->says( $question, self::GO_ON ) || $this->says( $question, self::DO_IT );
	}

	/** The person read just this, and wants it done. */
	public function want( Problem $question ): bool {
		return $this->says( $question, self::DO_IT );
	}

	/** Whatever was read and said. */
	public function are_about( ProblemCode $code ): bool {
		return isset( $this->said[ $code->value ] );
	}

	public function text(): string {
		return $this->said === [] ? '' : (string) json_encode( $this->said );
	}

	private function says( Problem $question, string $what ): bool {
		return ( $this->said[ $question->code->value ] ?? '' ) === $what . self::mark( $question );
	}

	private static function mark( Problem $question ): string {
		$facts = array_map( strval( ... ), array_diff( $question->facts, [ '' ] ) );
		ksort( $facts );
		$text = (string) json_encode( $facts, JSON_INVALID_UTF8_SUBSTITUTE );
		return substr( hash( 'sha256', $text ), 0, 12 );
	}
}
