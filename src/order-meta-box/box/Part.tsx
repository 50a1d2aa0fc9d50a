import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { LinkForm } from './LinkForm';
import { PaidBackForm } from './PaidBackForm';
import { SameClientForm } from './SameClientForm';
import { Sentences } from './Sentences';
import type { PartFormProps } from './types';

const FORMS: Readonly<
	Record< string, ( props: PartFormProps ) => React.ReactNode >
> = {
	link: LinkForm,
	paid_back: PaidBackForm,
	same_client: SameClientForm,
};

type PartProps = Omit< PartFormProps, 'onDone' > & { onChanged: () => void };

/** What is offered beside the acts of rows, in a dialog of its own. */
export function Part( { part, orderId, rowId, onChanged }: PartProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const close = () => setOpen( false );
	const Form = FORMS[ part.name ];
	return (
		<>
			{ part.note && <p>{ part.note }</p> }
			{ Form && part.label && (
				<p>
					<Button variant="link" onClick={ () => setOpen( true ) }>
						{ part.label }
					</Button>
				</p>
			) }
			{ Form && isOpen && (
				<Modal
					title={ part.label }
					onRequestClose={ close }
					size="medium"
				>
					<div className="orderinvoicer-stack">
						<Sentences says={ part.says } />
						<Form
							part={ part }
							orderId={ orderId }
							rowId={ rowId }
							onDone={ () => {
								close();
								onChanged();
							} }
						/>
					</div>
				</Modal>
			) }
		</>
	);
}
