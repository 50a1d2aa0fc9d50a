<?php
declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;


/** What the plugin can do without, but not well. What it cannot is asked before it begins (`Requirements`). */
final class ServerCheck implements HealthCheck {

	/**
	 * @param \Closure(): bool               $has_room whether a file can be written that goes with an e-mail.
	 * @param \Closure( string ): bool|null $has      whether there is a function of that name.
	 */
	public function __construct(
		private readonly \Closure $has_room,
		private readonly ?\Closure $has = null,
	) {}

	public function name(): string {
		return 'server';
	}

	public function label(): string {
		return __( 'The server', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$has = $this->has ?? static fn ( string $name ): bool => function_exists( $name );
		if ( ! $has( 'curl_exec' ) ) {
			return Verdict::recommended(
				__( 'Sellsy is reached in a roundabout way', 'orderinvoicer' ),
				__( 'PHP lacks the extension curl. Each request to Sellsy takes longer, and where one fails it is not known whether it arrived: documents then wait for minutes.', 'orderinvoicer' ),
				__( 'Ask your host for the PHP extension curl.', 'orderinvoicer' )
			);
		}
		return ( $this->has_room )()
			? Verdict::good( __( 'The server has all that is needed', 'orderinvoicer' ) )
			: Verdict::recommended(
				__( 'PDFs cannot go with e-mails', 'orderinvoicer' ),
				__( 'The folder for temporary files of this server is full or cannot be written to. E-mails leave with a link to the document instead of the file.', 'orderinvoicer' ),
				__( 'Ask your host to make room in the folder for temporary files.', 'orderinvoicer' )
			);
	}
}
