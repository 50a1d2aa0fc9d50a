<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

/** A copy of the project in which mutants are tried one after another; files share their place on the disk. */
final class Colony {

	/** What no PHP test reads. */
	private const LEFT_OUT = [ '.', '..', '.git', 'node_modules', 'artifacts' ];
	private const SECONDS  = 900;

	/** @var resource|null */
	private $process;

	private ?Mutant $mutant = null;
	private string $source  = '';
	private bool $is_whole  = false;

	public function __construct( private readonly string $project, private readonly string $folder ) {
		mkdir( $folder );
		foreach ( array_diff( (array) scandir( $project ), self::LEFT_OUT ) as $part ) {
			exec( 'cp -al ' . escapeshellarg( "$project/$part" ) . ' ' . escapeshellarg( "$folder/$part" ) );
		}
	}

	/** Without a fault all tests pass here: otherwise each fault would seem to be seen. */
	public function is_sound(): bool {
		$this->test_all();
		return is_resource( $this->process ) && proc_close( $this->process ) === 0;
	}

	public function is_free(): bool {
		return $this->mutant === null;
	}

	public function begin( Mutant $mutant ): void {
		$this->mutant   = $mutant;
		$this->source   = (string) file_get_contents( "$this->project/$mutant->path" );
		$this->is_whole = false;
		$this->put( $mutant->of( $this->source ) );
		$tests = "tests/php/unit/Domain/{$mutant->room()}";
		is_dir( "$this->project/$tests" ) ? $this->test( $tests ) : $this->test_all();
	}

	/** @return array{Mutant, bool}|null which one, and whether it lives; null while it is tried. */
	public function outcome(): ?array {
		$mutant = $this->mutant;
		if ( $mutant === null || ! is_resource( $this->process ) ) {
			return null;
		}
		$status = proc_get_status( $this->process );
		if ( $status['running'] ) {
			return null;
		}
		proc_close( $this->process );
		if ( $status['exitcode'] === 0 && ! $this->is_whole ) {
			$this->test_all();
			return null;
		}
		$this->put( $this->source );
		$this->mutant = null;
		return [ $mutant, $status['exitcode'] === 0 ];
	}

	/** Written beside and moved, so that the project's own file stays as it is. */
	private function put( string $source ): void {
		$path = "$this->folder/{$this->mutant?->path}";
		file_put_contents( "$path.new", $source );
		rename( "$path.new", $path );
	}

	private function test_all(): void {
		$this->is_whole = true;
		$this->test( '--testsuite', 'unit' );
	}

	private function test( string ...$which ): void {
		$command = [
			'timeout',
			(string) self::SECONDS,
			PHP_BINARY,
			'-d',
			'memory_limit=2G',
			'vendor/bin/phpunit',
			'--no-output',
			'--do-not-cache-result',
			'--stop-on-defect',
			...$which,
		];
		$nowhere = array_fill( 1, 2, [ 'file', '/dev/null', 'w' ] );
		$process = proc_open( $command, $nowhere, $pipes, $this->folder );
		is_resource( $process ) || throw new \RuntimeException( 'No process could be started.' );
		$this->process = $process;
	}
}
