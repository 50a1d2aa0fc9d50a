import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { NotFetched } from './fetched';
import { Message } from './Message';

type ErrorBoundaryProps = {
	children: React.ReactNode;
	reload?: () => void;
};

/**
 * An error while drawing would leave an empty page; it says what to do instead. React knows no other way than a class.
 */
export class ErrorBoundary extends Component<
	ErrorBoundaryProps,
	{ failure: { error: unknown } | null }
> {
	override state: { failure: { error: unknown } | null } = { failure: null };

	static getDerivedStateFromError( error: unknown ) {
		return { failure: { error } };
	}

	/** Who leaves a part that could not be fetched and comes back has it fetched anew. */
	override componentWillUnmount() {
		this.fetchAgain();
	}

	override render() {
		const { failure } = this.state;
		if ( failure === null ) {
			return this.props.children;
		}
		return failure.error instanceof NotFetched ? (
			<Message
				status="error"
				actions={
					<>
						<Button
							variant="secondary"
							__next40pxDefaultSize
							onClick={ () => {
								this.fetchAgain();
								this.setState( { failure: null } );
							} }
						>
							{ __( 'Try again', 'orderinvoicer' ) }
						</Button>
						{ this.reloadButton() }
					</>
				}
			>
				<p>
					{ __(
						'This part could not be fetched: the connection to your site was interrupted, or the plugin was updated meanwhile. Try again first. If that does not help, reload the page. What is not saved is lost by that.',
						'orderinvoicer'
					) }
				</p>
			</Message>
		) : (
			<Message status="error" actions={ this.reloadButton() }>
				<p>
					{ __(
						'This page stopped because of an unexpected error. Your orders are still invoiced. If reloading does not help, send the message in the console of your browser to support.',
						'orderinvoicer'
					) }
				</p>
			</Message>
		);
	}

	private fetchAgain(): void {
		const error = this.state.failure?.error;
		if ( error instanceof NotFetched ) {
			error.fetchAgain();
		}
	}

	private reloadButton() {
		const {
			reload = () => {
				window.location.reload();
			},
		} = this.props;
		return (
			<Button
				variant="secondary"
				__next40pxDefaultSize
				onClick={ reload }
			>
				{ __( 'Reload the page', 'orderinvoicer' ) }
			</Button>
		);
	}
}
