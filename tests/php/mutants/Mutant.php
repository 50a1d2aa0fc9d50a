<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

/** A file of the core with one small fault in it. */
final class Mutant {

	/**
	 * @param string $path   below the project.
	 * @param int    $at     where in the file, in bytes; so many of them give way to the fault.
	 * @param string $before what stood there, on one line.
	 */
	public function __construct(
		public readonly string $path,
		public readonly int $line,
		public readonly int $at,
		public readonly int $length,
		public readonly string $fault,
		public readonly string $before,
	) {}

	public function of( string $source ): string {
		return substr_replace( $source, $this->fault, $this->at, $this->length );
	}

	/** The room of the core, or the feature, that it is in: `Domain/Money`, `Features/Stock`. */
	public function room(): string {
		return implode( '/', array_slice( explode( '/', $this->path ), 1, 2 ) );
	}

	public function text(): string {
		$short = static fn ( string $code ): string => substr( (string) preg_replace( '/\s+/', ' ', $code ), 0, 60 );
		return "$this->path:$this->line  {$short( $this->before )}  ->  {$short( $this->fault )}";
	}
}
