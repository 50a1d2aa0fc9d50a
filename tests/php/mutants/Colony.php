<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

/** A copy of the project in which mutants are tried one after another, whatever is written in the project meanwhile. */
final class Colony {

	/** What no PHP test reads. */
	private const LEFT_OUT = [ '.', '..', '.git', 'node_modules', 'artifacts' ];

	/** Large, and never edited: its files share their place on the disk. */
	private const SHARED = 'vendor';

	/** @var resource|null */
	private $process;

	private ?Mutant $mutant = null;
	private string $source  = '';

	public function __construct( private readonly string $project, private readonly string $folder ) {
		mkdir( $folder );
		foreach ( array_diff( (array) scandir( $project ), self::LEFT_OUT ) as $part ) {
			$how = $part === self::SHARED ? '-al' : '-a';
			exec( "cp $how " . escapeshellarg( "$project/$part" ) . ' ' . escapeshellarg( "$folder/$part" ) );
		}
	}

	/**
	 * Without a fault all tests pass here: otherwise each fault would seem to be seen.
	 *
	 * @param list<string> $paths the files with probes in them.
	 * @return Reach|null null: a test fails.
	 */
	public function reach( array $paths ): ?Reach {
		$sources = [];
		$parts   = [];
		$count   = 0;
		foreach ( $paths as $path ) {
			$sources[ $path ]            = $this->source( $path );
			[ $probed, $parts[ $path ] ] = Probes::in( $sources[ $path ], $count );
			$count                      += count( $parts[ $path ] );
			$this->put( $path, $probed );
		}
		putenv( "MUTANTS_SEEN=$this->folder/seen" );
		$this->test( '<directory>tests/php/unit</directory>' );
		$is_sound = proc_close( $this->process ) === 0;
		putenv( 'MUTANTS_SEEN' );
		array_map( $this->put( ... ), array_keys( $sources ), $sources );
		return $is_sound
			? new Reach( $parts, ...unserialize( (string) file_get_contents( "$this->folder/seen" ) ) )
			: null;
	}

	/** What the tests said last. */
	public function said(): string {
		return (string) file_get_contents( "$this->folder/said" );
	}

	public function is_free(): bool {
		return $this->mutant === null;
	}

	/** @param list<string> $tests */
	public function begin( Mutant $mutant, array $tests ): void {
		$this->mutant = $mutant;
		$this->source = $this->source( $mutant->path );
		$this->put( $mutant->path, $mutant->of( $this->source ) );
		$this->test( implode( array_map( static fn ( string $test ): string => "<file>$test</file>", $tests ) ) );
	}

	/** @return array{Mutant, bool}|null which one, and whether it lives; null while it is tried. */
	public function outcome(): ?array {
		$mutant = $this->mutant;
		$status = $mutant === null ? null : proc_get_status( $this->process );
		if ( $mutant === null || $status['running'] ) {
			return null;
		}
		proc_close( $this->process );
		$this->put( $mutant->path, $this->source );
		$this->mutant = null;
		return [ $mutant, $status['exitcode'] === 0 ];
	}

	private function source( string $path ): string {
		return (string) file_get_contents( "$this->folder/$path" );
	}

	private function put( string $path, string $source ): void {
		file_put_contents( "$this->folder/$path", $source );
	}

	/** @param string $tests as phpunit.xml names them. */
	private function test( string $tests ): void {
		$suite = "<extensions><bootstrap class=\"OrderInvoicer\\Tests\\Mutants\\Seen\"/></extensions>
			<testsuites><testsuite name=\"unit\">$tests</testsuite></testsuites>";
		$usual = (string) file_get_contents( "$this->project/phpunit.xml.dist" );
		file_put_contents(
			"$this->folder/mutants.xml",
			preg_replace( '~<testsuites>.*</testsuites>~s', $suite, $usual )
		);
		$command = [
			PHP_BINARY,
			'-d',
			'memory_limit=2G',
			'-d',
			'zend.enable_gc=0',
			'vendor/bin/phpunit',
			'--configuration=mutants.xml',
			'--no-progress',
			'--do-not-cache-result',
			'--stop-on-defect',
		];
		$said    = array_fill( 1, 2, [ 'file', "$this->folder/said", 'w' ] );
		$process = proc_open( $command, $said, $pipes, $this->folder );
		is_resource( $process ) || throw new \RuntimeException( 'No process could be started.' );
		$this->process = $process;
	}
}
