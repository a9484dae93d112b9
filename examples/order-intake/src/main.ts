import { Orders } from './orders.ts';
import { orderIntake } from './server.ts';

const port = Number(process.env['PORT'] ?? 8080);
orderIntake(new Orders()).listen(port, () => {
  console.log(`order-intake listens on port ${port}`);
});
